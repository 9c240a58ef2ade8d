/** What becomes of revocations while everything fails. */
@NullMarked
package io.leasehold.bench.revocation;

import org.jspecify.annotations.NullMarked;
