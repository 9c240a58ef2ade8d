/** The compacted topics, read by one thread into memory. */
@NullMarked
package io.leasehold.gateway.feed;

import org.jspecify.annotations.NullMarked;
