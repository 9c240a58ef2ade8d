/** Makes topics, and what each service may do with them, at a Kafka cluster. */
@NullMarked
package io.leasehold.kafkasetup;

import org.jspecify.annotations.NullMarked;
