/** Ending a key for good, step by step. */
@NullMarked
package io.leasehold.key.revocation;

import org.jspecify.annotations.NullMarked;
