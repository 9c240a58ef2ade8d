/** What providers charged, per account and day. */
@NullMarked
package io.leasehold.collector.cost;

import org.jspecify.annotations.NullMarked;
