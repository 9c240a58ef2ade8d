package io.leasehold.analytics.ledger;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.leasehold.analytics.Api;
import io.leasehold.analytics.RequestFixture;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes, in whatever order and however often: the sums are those of the ledger. */
@QuarkusTest
class RollupSumsTest {
    private static final Instant BEGIN =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(5));
    private static final List<String> CUBES =
            List.of("rollup_total", "rollup_model", "rollup_domain", "rollup_node", "rollup_key");
    private static final List<String> CUBES_BY_DOMAIN =
            List.of("rollup_domain_model", "rollup_domain_node", "rollup_domain_key");
    private static final List<UUID> NODES = List.of(Ids.next(), Ids.next(), Ids.next());

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Random random = new Random();

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    @RepeatedTest(5)
    void theSumsOfEveryCubeAreThoseOfTheLedger() {
        takeInRandomBatches();

        requireSums(CUBES, "");
        requireSums(CUBES_BY_DOMAIN, "where domain is not null");
    }

    private void requireSums(List<String> cubes, String ofRequests) {
        List<String> ledgerSums = row("""
                select count(*), count(*) filter (where status >= 400 or error_type is not null),
                       sum(input), sum(cache_read), sum(output), coalesce(sum(cost), 0),
                       count(*) filter (where cost is null)
                from request
                """ + ofRequests);
        for (String cube : cubes) {
            assertThat(row("select sum(requests), sum(errors), sum(input), sum(cache_read), sum(output), sum(cost), "
                            + "sum(unknown_cost) from " + cube))
                    .as(cube)
                    .isEqualTo(ledgerSums);
        }
    }

    @Test
    void aCostWithMoreDigitsThanTheLedgerKeepsCountsAsTheLedgerKeepsIt() {
        UUID replaced = Ids.next();
        take(List.of(
                aRequest(workspace.id()).at(BEGIN).cost("0.0000000005").build(),
                aRequest(workspace.id()).at(BEGIN).cost("0.0000000005").build(),
                aRequest(workspace.id())
                        .id(replaced)
                        .at(BEGIN)
                        .cost("0.0000000004")
                        .build()));
        take(List.of(aRequest(workspace.id())
                .id(replaced)
                .at(BEGIN)
                .cost("0.0000000006")
                .revision(2)
                .build()));

        assertThat(row("select sum(cost) from request")).containsExactly("0.000000003");
        assertThat(row("select sum(cost) from rollup_total")).containsExactly("0.000000003");
    }

    @RepeatedTest(3)
    void rollupsMadeAnewAreWhatTheyWere() {
        takeInRandomBatches();
        Map<String, List<Map<String, Object>>> before = cubes();

        rebuild(BEGIN, BEGIN.plus(Duration.ofHours(6))).statusCode(200);

        assertThat(cubes()).isEqualTo(before);
    }

    @Test
    void whatTheLedgerKeepsNoMoreIsNotMadeAnew() {
        Instant old = Instant.now().minus(Duration.ofDays(420));
        take(List.of(aRequest(workspace.id()).at(old).build()));

        rebuild(old, old.plusSeconds(60)).statusCode(400).body("detail", containsString("kept from"));

        assertThat(row("select sum(requests) from rollup_total")).containsExactly("1");
    }

    @Test
    void moreThanAMonthAtOnceIsRefused() {
        rebuild(BEGIN.minus(Duration.ofDays(32)), BEGIN)
                .statusCode(400)
                .body("detail", containsString("less at a time"));
    }

    private ValidatableResponse rebuild(Instant from, Instant to) {
        return Api.as(workspace, "admin")
                .body(Map.of("from", from.toString(), "to", to.toString()))
                .post("/api/v1/stats/rebuild")
                .then();
    }

    @ParameterizedTest
    @EnumSource(Revisions.class)
    void everyOrderOfRevisionsEndsTheSame(Revisions revisions) {
        UUID id = Ids.next();
        for (int revision : revisions.order) {
            take(List.of(aRequest(workspace.id())
                    .id(id)
                    .at(BEGIN)
                    .cost("0.0000000" + revision)
                    .latency(Duration.ofMillis(revision))
                    .revision(revision)
                    .build()));
        }

        assertThat(row("select sum(requests), sum(cost) from rollup_total")).containsExactly("1", "0.000000030");
    }

    enum Revisions {
        UP(1, 2, 3),
        DOWN(3, 2, 1),
        MIXED(2, 3, 1),
        AGAIN(3, 3, 3);

        private final int[] order;

        Revisions(int... order) {
            this.order = order;
        }
    }

    private void takeInRandomBatches() {
        List<RequestCompleted> requests =
                new ArrayList<>(Stream.generate(this::randomRequest).limit(300).toList());
        List<RequestCompleted> again = requests.stream()
                .filter(request -> random.nextInt(4) == 0)
                .map(this::changed)
                .toList();
        requests.addAll(again);
        requests.addAll(requests.subList(0, 20));
        Collections.shuffle(requests, random);
        for (int from = 0; from < requests.size(); from += 40) {
            take(requests.subList(from, Math.min(requests.size(), from + 40)));
        }
    }

    private RequestCompleted randomRequest() {
        RequestFixture request = aRequest(workspace.id())
                .at(BEGIN.plusMillis(random.nextLong(Duration.ofHours(6).toMillis())))
                .node(NODES.get(random.nextInt(NODES.size())))
                .model("anthropic", random.nextBoolean() ? "claude-opus-5" : "claude-haiku-5")
                .domain(random.nextInt(3) == 0 ? null : "d" + random.nextInt(3))
                .latency(Duration.ofMillis(1 + random.nextInt(30_000)));
        return vary(request).build();
    }

    private RequestFixture vary(RequestFixture request) {
        request.tokens(new Tokens(
                random.nextInt(5_000), random.nextInt(100), 0, 0, random.nextInt(900), random.nextInt(50), 0, 0, 0));
        BigDecimal cost = BigDecimal.valueOf(random.nextLong(2_000_000_000L), 9);
        switch (random.nextInt(4)) {
            case 0 -> request.unknownCost();
            case 1 -> request.cost(cost, Provenance.PROVIDER);
            case 2 -> request.failed(529, "overloaded_error").cost(cost, Provenance.ESTIMATED);
            default -> request.cost(cost, Provenance.GATEWAY);
        }
        return request;
    }

    private RequestCompleted changed(RequestCompleted before) {
        RequestFixture request = aRequest(workspace.id())
                .id(before.requestId())
                .at(before.admittedAt())
                .node(before.nodeId())
                .model(before.provider(), before.model())
                .revision(2 + random.nextInt(3));
        return vary(request).build();
    }

    private void take(List<RequestCompleted> requests) {
        database.useSystem(handle -> ledger.take(handle, requests));
    }

    private List<String> row(String sql) {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery(sql)
                        .map((row, context) -> {
                            List<String> cells = new ArrayList<>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                cells.add(row.getString(i));
                            }
                            return cells;
                        })
                        .one());
    }

    private Map<String, List<Map<String, Object>>> cubes() {
        return database.inWorkspace(workspace.id(), handle -> {
            Map<String, List<Map<String, Object>>> cubes = new java.util.TreeMap<>();
            for (String cube :
                    Stream.concat(CUBES.stream(), CUBES_BY_DOMAIN.stream()).toList()) {
                cubes.put(
                        cube,
                        handle.createQuery("select to_jsonb(c)::text as sums from " + cube
                                        + " c where requests <> 0 order by 1")
                                .mapToMap()
                                .list());
            }
            return cubes;
        });
    }
}
