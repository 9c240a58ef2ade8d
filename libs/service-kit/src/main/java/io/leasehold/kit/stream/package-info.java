/** Streams of messages to clients that read as fast as they like. */
@NullMarked
package io.leasehold.kit.stream;

import org.jspecify.annotations.NullMarked;
