/** What usage comes to by the price book, where providers tell cost by account and usage by key. */
@NullMarked
package io.leasehold.collector.estimate;

import org.jspecify.annotations.NullMarked;
