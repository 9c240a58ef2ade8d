package io.leasehold.analytics.ledger;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RequestConsumerTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    Database database;

    record Sums(long requests, BigDecimal cost, long input, long ledgerRows) {}

    @Test
    void anEventThatComesTwiceCountsOnce() {
        RequestCompleted request = aRequest(workspace.id()).cost("0.25").build();
        UUID event = Ids.next();

        Events.publish(event, EventType.REQUEST_COMPLETED, request);
        Events.publish(event, EventType.REQUEST_COMPLETED, request);
        Events.publish(EventType.REQUEST_COMPLETED, request);
        publishLast();

        Await.untilAsserted(() -> assertThat(sums()).isEqualTo(new Sums(2, new BigDecimal("1.250000000"), 200, 2)));
    }

    @Test
    void aHigherRevisionTakesThePlaceOfALowerOneAndRollupsGetTheDifference() {
        UUID id = Ids.next();
        Instant at = Instant.now();

        Events.publish(
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id()).id(id).at(at).cost("0.25").build());
        Events.publish(
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id())
                        .id(id)
                        .at(at)
                        .model("anthropic", "claude-haiku-5")
                        .tokens(Tokens.text(50, 10))
                        .cost("0.1")
                        .revision(2)
                        .build());
        publishLast();

        Await.untilAsserted(() -> assertThat(sums()).isEqualTo(new Sums(2, new BigDecimal("1.100000000"), 150, 2)));
        assertThat(requestsOfModel("claude-haiku-5")).isEqualTo(1);
    }

    @Test
    void aLowerRevisionThatComesLateChangesNothing() {
        UUID id = Ids.next();
        Instant at = Instant.now();

        Events.publish(
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id()).id(id).at(at).cost("0.5").revision(2).build());
        Events.publish(
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id()).id(id).at(at).cost("0.25").build());
        publishLast();

        Await.untilAsserted(() -> assertThat(sums()).isEqualTo(new Sums(2, new BigDecimal("1.500000000"), 200, 2)));
    }

    @Test
    void anEventThatCanNeverBeCountedIsPutAsideAndTheOthersAreKept() {
        UUID poison = Ids.next();

        Events.publish(
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id()).cost("0.25").build());
        Events.publish(
                poison,
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id()).cost("123456789012345.0").build());
        publishLast();

        Await.untilAsserted(() -> assertThat(sums()).isEqualTo(new Sums(2, new BigDecimal("1.250000000"), 200, 2)));
        awaitDeadLetter(poison);
    }

    @ParameterizedTest
    @MethodSource("textsThatNoModelIsCalled")
    void whateverAClientCallsAModelItsRequestIsCountedAndThoseAfterIt(String model) {
        Events.publish(
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id()).model("anthropic", model).cost("0.25").build());
        publishLast();

        Await.untilAsserted(() -> assertThat(sums()).isEqualTo(new Sums(2, new BigDecimal("1.250000000"), 200, 2)));
    }

    static Stream<String> textsThatNoModelIsCalled() {
        String long_ = new Random()
                .ints(100_000, ' ', 0x2fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Stream.of(long_, "nothing \0 at all", "half a \ud83d pair");
    }

    @Test
    void aRequestFromOutsideOfWhatTheLedgerKeepsIsPutAside() {
        UUID poison = Ids.next();

        Events.publish(
                poison,
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id())
                        .at(Instant.parse("2019-01-01T00:00:00Z"))
                        .build());

        awaitDeadLetter(poison);
        assertThat(sums().ledgerRows()).isZero();
    }

    @Test
    void aRequestOfLongAgoFindsItsPartition() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(390));

        Events.publish(
                EventType.REQUEST_COMPLETED,
                aRequest(workspace.id()).at(longAgo).build());

        Await.untilAsserted(() -> assertThat(sums().ledgerRows()).isEqualTo(1));
    }

    /** Of one dollar; what came before it with another lease may still be on its way, hence the waiting. */
    private void publishLast() {
        Events.publish(
                EventType.REQUEST_COMPLETED, aRequest(workspace.id()).cost("1").build());
    }

    private void awaitDeadLetter(UUID eventId) {
        Events.awaitRecords(Topic.DEAD_LETTERS, letter -> {
            var id = letter.headers().lastHeader("ce_id");
            return id != null && new String(id.value(), StandardCharsets.UTF_8).equals(eventId.toString());
        });
    }

    private Sums sums() {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery("""
                        select coalesce(sum(requests), 0), coalesce(sum(cost), 0), coalesce(sum(input), 0),
                               (select count(*) from request)
                        from rollup_total
                        """)
                        .map((row, context) ->
                                new Sums(row.getLong(1), row.getBigDecimal(2), row.getLong(3), row.getLong(4)))
                        .one());
    }

    private long requestsOfModel(String model) {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.select("select sum(requests) from rollup_model where model = ?", model)
                        .mapTo(Long.class)
                        .one());
    }
}
