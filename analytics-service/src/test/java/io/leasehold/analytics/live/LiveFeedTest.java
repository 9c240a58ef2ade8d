package io.leasehold.analytics.live;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.analytics.stats.StatsService;
import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed of another replica: it takes nothing in itself and has a pace of its own. */
@QuarkusTest
class LiveFeedTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    LiveReader reader;

    @Inject
    Database database;

    @Inject
    StatsService stats;

    private LiveFeed replica;

    private record Pace() implements LiveConfig {
        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration statsInterval() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(300);
        }

        @Override
        public int buffer() {
            return 150;
        }

        @Override
        public int maxSubscribers() {
            return 3;
        }

        @Override
        public int maxSubscribersPerWorkspace() {
            return 2;
        }
    }

    @BeforeEach
    void startReplica() {
        startReplica(reader);
    }

    private void startReplica(LiveReader reads) {
        replica = new LiveFeed(reads, new Pace(), Clock.systemUTC(), new SimpleMeterRegistry());
        replica.onStart(new StartupEvent());
    }

    @AfterEach
    void stopReplica() {
        replica.onStop(new ShutdownEvent());
    }

    @Test
    void whatAnotherReplicaTookInIsToldToo() {
        AssertSubscriber<LiveMessage> client = subscribe(Long.MAX_VALUE, inAnHour());

        RequestCompleted request = aRequest(workspace.id()).build();
        Events.publish(EventType.REQUEST_COMPLETED, request);

        Await.untilAsserted(() -> assertThat(events(client, "request"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.json()).contains(request.requestId().toString())));
    }

    @Test
    void aSilentStreamIsKeptOpenByComments() {
        AssertSubscriber<LiveMessage> client = subscribe(Long.MAX_VALUE, inAnHour());

        Await.untilAsserted(() -> assertThat(client.getItems())
                .filteredOn(message -> message.equals(new LiveMessage.Comment("alive")))
                .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void theStreamEndsWithTheToken() {
        AssertSubscriber<LiveMessage> client =
                subscribe(Long.MAX_VALUE, Instant.now().plusMillis(300));

        Await.untilAsserted(client::assertCompleted);
        assertThat(client.getItems().getLast())
                .isInstanceOfSatisfying(
                        LiveMessage.Comment.class,
                        comment -> assertThat(comment.text()).contains("token"));
    }

    @Test
    void aClientThatDoesNotReadIsCutAndLosesNothing() {
        AssertSubscriber<LiveMessage> slow = subscribe(2, inAnHour());
        RequestCompleted request = aRequest(workspace.id()).build();

        Events.publish(EventType.REQUEST_COMPLETED, request);
        Await.untilAsserted(slow::assertCompleted);

        AssertSubscriber<LiveMessage> again = resume(0);
        Await.untilAsserted(() -> assertThat(events(again, "request")).hasSize(1));
    }

    @Test
    void thereIsAnEndToHowManyListenInAWorkspaceAndInAll() {
        subscribe(Long.MAX_VALUE, inAnHour());
        subscribe(Long.MAX_VALUE, inAnHour());
        assertThatThrownBy(() -> listenTo(workspace.id())).hasMessageContaining("Too many live streams");

        assertThat(listenTo(UUID.randomUUID())).isNotNull();
        Await.untilAsserted(() -> assertThatThrownBy(
                        () -> replica.subscribe(VisibleTraffic.all(UUID.randomUUID()), Subscriber.FROM_NOW, inAnHour()))
                .hasMessageContaining("Too many live streams"));
    }

    @Test
    void aWorkspaceThatCantBeReadDoesNotSilenceTheOthers() {
        UUID broken = UUID.randomUUID();
        stopReplica();
        startReplica(new BrokenReader(broken));
        listenTo(broken);
        AssertSubscriber<LiveMessage> client = subscribe(Long.MAX_VALUE, inAnHour());

        Events.publish(EventType.REQUEST_COMPLETED, aRequest(workspace.id()).build());

        Await.untilAsserted(() -> assertThat(events(client, "request")).hasSize(1));
    }

    @Test
    void alsoAStreamThatCantBeReadEndsWithItsToken() {
        stopReplica();
        startReplica(new BrokenReader(workspace.id()));

        AssertSubscriber<LiveMessage> client =
                subscribe(Long.MAX_VALUE, Instant.now().plusMillis(300));

        Await.untilAsserted(client::assertCompleted);
    }

    /** Fails for one workspace as a query does that takes too long. */
    private final class BrokenReader extends LiveReader {
        private final UUID broken;

        BrokenReader(UUID broken) {
            super(database, stats, Clock.systemUTC());
            this.broken = broken;
        }

        @Override
        LiveMessage.Event stats(VisibleTraffic traffic, long position) {
            if (traffic.workspaceId().equals(broken)) {
                throw new IllegalStateException("This workspace can't be read");
            }
            return super.stats(traffic, position);
        }
    }

    private AssertSubscriber<LiveMessage> listenTo(UUID workspaceId) {
        return replica.subscribe(VisibleTraffic.all(workspaceId), Subscriber.FROM_NOW, inAnHour())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private AssertSubscriber<LiveMessage> subscribe(long demand, Instant until) {
        AssertSubscriber<LiveMessage> client = replica.subscribe(
                        VisibleTraffic.all(workspace.id()), Subscriber.FROM_NOW, until)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(demand));
        Await.untilAsserted(() -> assertThat(client.getItems()).isNotEmpty());
        return client;
    }

    private AssertSubscriber<LiveMessage> resume(long after) {
        return replica.subscribe(VisibleTraffic.all(workspace.id()), after, inAnHour())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private static List<LiveMessage.Event> events(AssertSubscriber<LiveMessage> client, String name) {
        return client.getItems().stream()
                .filter(LiveMessage.Event.class::isInstance)
                .map(LiveMessage.Event.class::cast)
                .filter(event -> event.name().equals(name))
                .toList();
    }
}
