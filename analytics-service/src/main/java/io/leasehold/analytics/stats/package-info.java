/** Overview, timeline and breakdown. */
@NullMarked
package io.leasehold.analytics.stats;

import org.jspecify.annotations.NullMarked;
