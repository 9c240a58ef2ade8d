/** Leases in Vault's own words, so that {@code vault lease} works here as it is: a thin layer over the real API. */
@NullMarked
package io.leasehold.distribution.vault;

import org.jspecify.annotations.NullMarked;
