/** What only other services of this installation may ask. */
@NullMarked
package io.leasehold.key.internal;

import org.jspecify.annotations.NullMarked;
