/** {@code ./leasehold bench}: what the gateway costs. */
@NullMarked
package io.leasehold.bench;

import org.jspecify.annotations.NullMarked;
