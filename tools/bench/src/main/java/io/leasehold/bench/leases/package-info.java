/** What distribution-service does with many leases, and with gateways that ask for money. */
@NullMarked
package io.leasehold.bench.leases;

import org.jspecify.annotations.NullMarked;
