/** W3C trace context, carried over Kafka. */
@NullMarked
package io.leasehold.kit.trace;

import org.jspecify.annotations.NullMarked;
