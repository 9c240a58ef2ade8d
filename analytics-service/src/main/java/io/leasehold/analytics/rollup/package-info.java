/** What requests add up to per quarter of an hour; dashboards read nothing else. */
@NullMarked
package io.leasehold.analytics.rollup;

import org.jspecify.annotations.NullMarked;
