package io.leasehold.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.limit.ApplicableLimits;
import io.leasehold.gateway.rate.RateId;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.kit.event.CloudEvents;
import io.micrometer.core.instrument.MeterRegistry;
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
    private static final byte[] NONSENSE = "{".getBytes(UTF_8);

    private final Tenant tenant = Tenant.of("anthropic");

    @Inject
    TopicFeed feed;

    @Inject
    MeterRegistry metrics;

    @Inject
    ApplicableLimits limits;

    /** Not by way of the broker, which other services read too. */
    @Test
    void anEventThatMakesNoSenseDoesNotEndTheReadingOfTheOthers() {
        List<Domain> sameName = List.of(
                new Domain(UUID.randomUUID(), "app.example.com", Capture.NONE),
                new Domain(UUID.randomUUID(), "app.example.com", Capture.NONE));
        WorkspaceView workspace = new WorkspaceView(
                UUID.randomUUID(), "acme", "Acme", Capture.METADATA, false, sameName, 1, Instant.now());

        assertThatCode(() -> feed.apply(consumed(EventType.WORKSPACE_CHANGED, workspace)))
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyWhoseViewCannotBeReadIsUsedByNobodyUntilALaterOneCan() {
        TestLease lease = tenant.lease().make();
        double before = unreadable(Topic.KEYS);

        feed.apply(consumed(EventType.KEY_STATE_CHANGED, tenant.key(), NONSENSE));

        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(503);
        assertThat(unreadable(Topic.KEYS)).isEqualTo(before + 1);
        feed.apply(consumed(EventType.KEY_STATE_CHANGED, tenant.key()));
        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);
    }

    @Test
    void aLeaseWhoseViewCannotBeReadIsWhatDistributionServiceSaysOfIt() {
        TestLease lease = tenant.lease().make();

        feed.apply(consumed(EventType.LEASE_REVOKED, lease.view(), NONSENSE));

        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(401);
        assertThat(Services.calls(lease.view().tokenHashes().getFirst())).isEqualTo(1);
    }

    @Test
    void aScopeWhoseLimitsCannotBeReadCountsAsLimited() {
        TestLease lease = tenant.lease().make();
        LimitsView view = new LimitsView(
                tenant.workspaceId(), Scope.WORKSPACE, tenant.workspaceId().toString(), List.of(), 1, Instant.now());
        assertThat(limits.of(lease.view(), tenant.key()).spend()).isEmpty();

        feed.apply(consumed(EventType.LIMITS_CHANGED, view, NONSENSE));

        assertThat(limits.of(lease.view(), tenant.key()).spend())
                .extracting(LimitId::period)
                .containsExactlyInAnyOrder(Period.DAY, Period.MONTH, Period.TOTAL);
        assertThat(limits.of(lease.view(), tenant.key()).rates())
                .extracting(RateId::measure)
                .containsExactlyInAnyOrder(RateMeasure.values());
        feed.apply(consumed(EventType.LIMITS_CHANGED, view));
        assertThat(limits.of(lease.view(), tenant.key()).spend()).isEmpty();
    }

    @Test
    void aLeaseOfADomainThatCouldNotBeReadIsRefused() {
        TestLease lease = tenant.lease().make();
        WorkspaceView workspace = new WorkspaceView(
                tenant.workspaceId(),
                "acme",
                "Acme",
                Capture.METADATA,
                false,
                List.of(new Domain(UUID.randomUUID(), "app.example.com", Capture.NONE)),
                1,
                Instant.now());

        feed.apply(consumed(EventType.WORKSPACE_CHANGED, workspace, NONSENSE));

        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(503);
        feed.apply(consumed(EventType.WORKSPACE_CHANGED, workspace));
        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);
    }

    private double unreadable(Topic topic) {
        return metrics.counter("leasehold.gateway.views.unreadable", "topic", topic.topicName())
                .count();
    }

    private static ConsumerRecord<String, byte[]> consumed(EventType type, EventData data) {
        return consumed(type, data, CloudEvents.write(data));
    }

    private static ConsumerRecord<String, byte[]> consumed(EventType type, EventData data, byte[] payload) {
        ProducerRecord<String, byte[]> produced = CloudEvents.record(
                type.topic().topicName(),
                data.aggregateKey(),
                UUID.randomUUID(),
                type.ceType(),
                "test",
                Instant.now(),
                null,
                payload);
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
