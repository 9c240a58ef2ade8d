package io.leasehold.analytics.repricing;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.analytics.Api;
import io.leasehold.analytics.Ingest;
import io.leasehold.analytics.RequestFixture;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.PriceTerms;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.price.PriceOverrideStore;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepricingResourceTest {
    private static final Instant BEGIN =
            Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    private static final PriceTerms PLAIN = new PriceTerms(0, null, null, null);

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    Database database;

    @Inject
    RepricingRunner runner;

    /** A million in costs 4 USD then, and 20 out; the book says 5 and 25. */
    @BeforeEach
    void setPrice() {
        PriceOverride override = new PriceOverride(
                UUID.randomUUID(),
                "anthropic",
                "claude-*",
                null,
                new PriceOverridesView.Prices(
                        new BigDecimal("4"), null, null, null, new BigDecimal("20"), null, null, null, null, null),
                BEGIN.minus(Duration.ofDays(1)),
                null,
                null);
        Events.publish(
                EventType.PRICE_OVERRIDES_CHANGED, new PriceOverridesView(workspace.id(), List.of(override), 1, BEGIN));
        Await.untilAsserted(() -> {
            Optional<PriceOverridesView> known =
                    database.inWorkspace(workspace.id(), handle -> PriceOverrideStore.find(handle, workspace.id()));
            assertThat(known).isPresent();
        });
    }

    @Test
    void whatRequestsCostIsWorkedOutAgainInTheLedgerAndInTheSums() {
        Ingest.requests(
                workspace,
                List.of(
                        // 1000 in and 100 out: 4000 + 2000 micro-dollars.
                        known("0.0075").build(),
                        known("0.0075")
                                .priceTerms(new PriceTerms(0, "batch", null, null))
                                .build(),
                        unknown("claude-next", "The price book has no price for this model.")
                                .build()));
        List<List<String>> before = sums();

        String id = begin(false).getString("id");

        done(id).body("requests", equalTo(3))
                .body("requests_changed", equalTo(3))
                .body("requests_priced", equalTo(1))
                .body("requests_unpriced", equalTo(0))
                .body("cost_before", equalTo("0.015"))
                .body("cost_after", equalTo("0.015"))
                .body("reason", equalTo("A new contract"))
                .body("created_by", equalTo(workspace.slug() + "-admin"));
        assertThat(row("select string_agg(cost::text, ' ' order by cost), min(revision), max(revision) from request"))
                .containsExactly("0.003000000 0.006000000 0.006000000", "2", "2");
        assertThat(row("select distinct price_version like '%+overrides-1', cost_reason from request"))
                .containsExactly("true", "null");
        assertThat(sums()).isNotEqualTo(before).allMatch(each -> each.equals(ledgerSums()));
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() {
        Ingest.requests(workspace, List.of(known("0.0075").build()));
        List<List<String>> before = sums();

        String id = begin(true).getString("id");

        done(id).body("dry_run", equalTo(true))
                .body("requests_changed", equalTo(1))
                .body("cost_before", equalTo("0.0075"))
                .body("cost_after", equalTo("0.006"));
        assertThat(sums()).isEqualTo(before);
        assertThat(row("select cost, revision from request")).containsExactly("0.007500000", "1");
    }

    @Test
    void whatIsNotOursOrNotKnownStays() {
        Ingest.requests(
                workspace,
                List.of(
                        known("0.0075")
                                .cost(new BigDecimal("0.001"), Provenance.PROVIDER)
                                .build(),
                        known("0.0075").priceTerms(null).build(),
                        unknown("claude-opus-5", "The provider did not say what was used.")
                                .build(),
                        known("0.0075").model("anthropic", "other-1").build(),
                        known("0.0075")
                                .priceTerms(new PriceTerms(0, "warp", null, null))
                                .build()));

        String id = begin(false).getString("id");

        done(id).body("requests", equalTo(5))
                .body("requests_changed", equalTo(0))
                .body("requests_unpriced", equalTo(1))
                .body("cost_before", equalTo("0.0235"))
                .body("cost_after", equalTo("0.0235"));
        assertThat(row("select max(revision) from request")).containsExactly("1");
    }

    @Test
    void asOftenAsItIsDoneItChangesThemOnceAndTheRecordsAreListed() {
        Ingest.requests(
                workspace, List.of(known("0.0075").build(), known("0.0075").build()));
        String first = begin(false).getString("id");
        done(first).body("requests_changed", equalTo(2));

        String second = begin(false).getString("id");

        done(second).body("requests_changed", equalTo(0)).body("cost_after", equalTo("0.012"));
        Api.asViewer(workspace)
                .get("/api/v1/stats/repricings")
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first));
    }

    /** Many replicas at it at once, in steps of which each may be the last of its process. */
    @Test
    void howeverManyAreAtItEachRequestIsPricedOnce() throws ExecutionException, InterruptedException {
        List<RequestCompleted> requests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            requests.add(known("0.0075").at(BEGIN.plusSeconds(i)).build());
        }
        Ingest.requests(workspace, requests);
        UUID id = UUID.fromString(begin(false).getString("id"));

        List<Callable<Boolean>> replicas = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            replicas.add(() -> database.inWorkspace(
                    workspace.id(), handle -> runner.step(handle, new RepricingStore.Unfinished(workspace.id(), id))));
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> step : pool.invokeAll(replicas)) {
                step.get();
            }
        }

        done(id.toString()).body("requests_changed", equalTo(60)).body("cost_after", equalTo("0.36"));
        assertThat(row("select max(revision), sum(cost) from request")).containsExactly("2", "0.360000000");
        assertThat(sums()).allMatch(each -> each.equals(ledgerSums()));
    }

    @Test
    void whatCantBeMeantIsRefused() {
        refused(Map.of("from", BEGIN, "to", BEGIN, "dry_run", true));
        refused(Map.of("from", BEGIN, "to", BEGIN.plusSeconds(1)));
        refused(Map.of(
                "from", BEGIN.plus(Duration.ofDays(30)), "to", BEGIN.plus(Duration.ofDays(31)), "dry_run", true));
        refused(Map.of("to", BEGIN, "dry_run", true));
        Api.asViewer(workspace)
                .get("/api/v1/stats/repricings/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private void refused(Map<String, Object> body) {
        Api.as(workspace, "admin")
                .body(body)
                .post("/api/v1/stats/repricings")
                .then()
                .statusCode(400);
    }

    private JsonPath begin(boolean dryRun) {
        return Api.as(workspace, "admin")
                .body(Map.of(
                        "from",
                        BEGIN.minusSeconds(60).toString(),
                        "to",
                        BEGIN.plus(Duration.ofHours(2)).toString(),
                        "dry_run",
                        dryRun,
                        "reason",
                        "A new contract"))
                .post("/api/v1/stats/repricings")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse done(String id) {
        Await.untilAsserted(() -> read(id).body("state", equalTo("done")));
        return read(id);
    }

    private ValidatableResponse read(String id) {
        return Api.asViewer(workspace)
                .get("/api/v1/stats/repricings/" + id)
                .then()
                .statusCode(200);
    }

    private RequestFixture known(String usd) {
        return aRequest(workspace.id())
                .at(BEGIN)
                .tokens(Tokens.text(1_000, 100))
                .cost(usd)
                .priceTerms(PLAIN);
    }

    private RequestFixture unknown(String model, String reason) {
        return known("1").model("anthropic", model).unknownCost(reason);
    }

    private List<String> ledgerSums() {
        return row("select count(*), coalesce(sum(cost), 0), count(*) filter (where cost is null) from request");
    }

    /** Of every cube. */
    private List<List<String>> sums() {
        return List.of("rollup_total", "rollup_model", "rollup_key", "rollup_node", "rollup_domain_model").stream()
                .map(cube -> row("select sum(requests), sum(cost), sum(unknown_cost) from " + cube))
                .toList();
    }

    private List<String> row(String sql) {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery(sql)
                        .map((row, context) -> {
                            List<String> cells = new ArrayList<>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                Object cell = row.getObject(i);
                                cells.add(String.valueOf(cell));
                            }
                            return cells;
                        })
                        .one());
    }
}
