/** Events as Kafka records: CloudEvents 1.0 in binary mode, JSON values. */
@NullMarked
package io.leasehold.kit.event;

import org.jspecify.annotations.NullMarked;
