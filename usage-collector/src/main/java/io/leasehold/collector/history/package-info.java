/** What was told of the past, corrections included. */
@NullMarked
package io.leasehold.collector.history;

import org.jspecify.annotations.NullMarked;
