package io.leasehold.gateway.feed;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.kit.event.CloudEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class TopicFeedTest {
    @Inject
    TopicFeed feed;

    /** Not by way of the broker, which other services read too. */
    @Test
    void anEventThatMakesNoSenseDoesNotEndTheReadingOfTheOthers() {
        List<Domain> sameName = List.of(
                new Domain(UUID.randomUUID(), "app.example.com", Capture.NONE),
                new Domain(UUID.randomUUID(), "app.example.com", Capture.NONE));
        WorkspaceView workspace = new WorkspaceView(
                UUID.randomUUID(), "acme", "Acme", Capture.METADATA, false, sameName, 1, Instant.now());

        assertThatCode(() -> feed.apply(consumed(workspace))).doesNotThrowAnyException();
    }

    private static ConsumerRecord<String, byte[]> consumed(WorkspaceView workspace) {
        ProducerRecord<String, byte[]> produced = CloudEvents.record(
                EventType.WORKSPACE_CHANGED.topic().topicName(),
                workspace.aggregateKey(),
                UUID.randomUUID(),
                EventType.WORKSPACE_CHANGED.ceType(),
                "test",
                workspace.changedAt(),
                null,
                CloudEvents.write(workspace));
        return new ConsumerRecord<>(
                produced.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                produced.value().length,
                produced.key(),
                produced.value(),
                produced.headers(),
                Optional.empty());
    }
}
