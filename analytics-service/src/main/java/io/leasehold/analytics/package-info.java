/** Requests, rollups, costs and their comparison with providers' bills, and the live feed. */
@NullMarked
package io.leasehold.analytics;

import org.jspecify.annotations.NullMarked;
