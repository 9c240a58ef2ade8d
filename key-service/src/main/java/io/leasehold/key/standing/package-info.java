/** What becomes of keys that are over at their providers: nobody gets them any more. */
@NullMarked
package io.leasehold.key.standing;

import org.jspecify.annotations.NullMarked;
