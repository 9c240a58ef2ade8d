/** How many leases a key has, as distribution-service tells. */
@NullMarked
package io.leasehold.key.lease;

import org.jspecify.annotations.NullMarked;
