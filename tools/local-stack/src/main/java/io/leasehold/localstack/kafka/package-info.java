/** One Kafka node with SCRAM users, topics and an ACL per topic and service. */
@NullMarked
package io.leasehold.localstack.kafka;

import org.jspecify.annotations.NullMarked;
