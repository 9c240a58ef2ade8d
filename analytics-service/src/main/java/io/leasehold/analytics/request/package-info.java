/** The ledger's rows, as callers see them. */
@NullMarked
package io.leasehold.analytics.request;

import org.jspecify.annotations.NullMarked;
