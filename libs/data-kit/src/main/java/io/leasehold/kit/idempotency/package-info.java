/** Makes a retry of a POST safe: the header {@code Idempotency-Key}. */
@NullMarked
package io.leasehold.kit.idempotency;

import org.jspecify.annotations.NullMarked;
