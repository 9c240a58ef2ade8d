/** What other currencies are worth in USD, by the day. */
@NullMarked
package io.leasehold.collector.rate;

import org.jspecify.annotations.NullMarked;
