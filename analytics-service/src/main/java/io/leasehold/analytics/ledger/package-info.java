/** The ledger: every request, one row each, and what arrives is counted once. */
@NullMarked
package io.leasehold.analytics.ledger;

import org.jspecify.annotations.NullMarked;
