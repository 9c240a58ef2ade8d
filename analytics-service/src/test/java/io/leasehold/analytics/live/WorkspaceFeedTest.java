package io.leasehold.analytics.live;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.analytics.Ingest;
import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what, however far behind. */
@QuarkusTest
class WorkspaceFeedTest {
    private static final int REQUESTS = WorkspaceFeed.PAGE + 30;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    LiveReader reader;

    private WorkspaceFeed feed;

    @BeforeEach
    void fillLedger() {
        Ingest.requests(
                workspace,
                Stream.generate(() -> aRequest(workspace.id()).build())
                        .limit(REQUESTS)
                        .toList());
        feed = new WorkspaceFeed(workspace.id(), reader, Duration.ZERO);
    }

    @Test
    void whoeverHasMissedMuchIsToldAPageAtATime() {
        Client late = new Client(0);

        assertThat(feed.tell(List.of(late.subscriber), REQUESTS)).isTrue();
        assertThat(late.told()).hasSize(WorkspaceFeed.PAGE);

        assertThat(feed.tell(List.of(late.subscriber), REQUESTS)).isFalse();
        assertThat(late.told()).containsExactlyElementsOf(positionsAfter(0));
    }

    @Test
    void whereverTheyBeginEachIsToldAllOnce() {
        List<Client> clients = LongStream.of(0, 0, 1, 57, 99, 100, 101, 129, 130)
                .mapToObj(Client::new)
                .toList();
        List<Subscriber> subscribers =
                clients.stream().map(client -> client.subscriber).toList();

        while (feed.tell(subscribers, REQUESTS)) {
            // Until nobody has to be told more.
        }

        assertThat(clients)
                .allSatisfy(
                        client -> assertThat(client.told()).containsExactlyElementsOf(positionsAfter(client.begin)));
    }

    @Test
    void whoeverDoesNotReadHasNoMoreWaitingThanHasRoom() {
        Client slow = new Client(0, 1);

        while (feed.tell(List.of(slow.subscriber), REQUESTS)) {
            // Until it has no room.
        }

        assertThat(slow.subscriber.room()).isBetween(0, WorkspaceFeed.PAGE);
        assertThat(slow.told()).hasSize(1);
    }

    private static List<Long> positionsAfter(long begin) {
        return LongStream.rangeClosed(begin + 1, REQUESTS).boxed().toList();
    }

    /** What one stream was told. */
    private final class Client {
        private final long begin;
        private final Subscriber subscriber;
        private final AssertSubscriber<LiveMessage> stream;

        Client(long begin) {
            this(begin, Long.MAX_VALUE);
        }

        Client(long begin, long demand) {
            this.begin = begin;
            AtomicReference<Subscriber> made = new AtomicReference<>();
            stream = Multi.createFrom()
                    .<LiveMessage>emitter(
                            emitter -> made.set(new Subscriber(
                                    VisibleTraffic.all(workspace.id()),
                                    begin,
                                    Instant.now().plusSeconds(3_600),
                                    150,
                                    emitter)),
                            BackPressureStrategy.ERROR)
                    .subscribe()
                    .withSubscriber(AssertSubscriber.create(demand));
            subscriber = made.get();
        }

        List<Long> told() {
            return stream.getItems().stream()
                    .filter(LiveMessage.Event.class::isInstance)
                    .map(LiveMessage.Event.class::cast)
                    .filter(event -> event.name().equals("request"))
                    .map(LiveMessage.Event::position)
                    .toList();
        }
    }
}
