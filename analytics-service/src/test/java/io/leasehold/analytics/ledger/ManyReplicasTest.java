package io.leasehold.analytics.ledger;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.analytics.RequestFixture;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Many replicas take the same requests in at once, in whatever order, and die at the very end of it now and then. */
@QuarkusTest
class ManyReplicasTest {
    private static final Instant BEGIN =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    private static final int REPLICAS = 6;
    private static final Map<String, String> PLACES = Map.of(
            "rollup_total", "''",
            "rollup_model", "provider || '/' || model",
            "rollup_domain", "coalesce(domain, '')",
            "rollup_node", "node_id::text",
            "rollup_key", "account_id || '/' || key_id",
            "rollup_domain_model", "domain || '/' || provider || '/' || model",
            "rollup_domain_node", "domain || '/' || node_id",
            "rollup_domain_key", "domain || '/' || account_id || '/' || key_id");

    private final List<TestWorkspace> workspaces = List.of(TestWorkspace.fresh(), TestWorkspace.fresh());
    private final List<UUID> nodes = List.of(Ids.next(), Ids.next());
    private final Random random = new Random();

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    private record Cell(
            Instant at, String place, long requests, long errors, long input, BigDecimal cost, long unknown) {}

    /** How a replica ends that is killed before it can commit. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @RepeatedTest(3)
    void everyCellIsWhatItsRequestsAddUpTo() throws Exception {
        List<RequestCompleted> requests =
                Stream.generate(this::randomRequest).limit(200).toList();
        List<RequestCompleted> revisions = requests.stream()
                .flatMap(request -> IntStream.rangeClosed(2, 1 + random.nextInt(3))
                        .mapToObj(revision -> vary(aRequest(request.workspaceId())
                                        .id(request.requestId())
                                        .at(request.admittedAt())
                                        .revision(revision))
                                .build()))
                .toList();
        List<Callable<Void>> replicas = IntStream.range(0, REPLICAS)
                .<Callable<Void>>mapToObj(replica -> {
                    List<RequestCompleted> own = new ArrayList<>(requests);
                    own.addAll(revisions);
                    Collections.shuffle(own, random);
                    return () -> takeAll(own);
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> replica : threads.invokeAll(replicas)) {
                replica.get();
            }
        }

        for (TestWorkspace workspace : workspaces) {
            PLACES.forEach((cube, place) ->
                    assertThat(cells(workspace, cube, place)).as(cube).isEqualTo(cells(workspace, "ledger", place)));
            assertThat(positionsAreThoseTold(workspace)).isTrue();
        }
    }

    private Void takeAll(List<RequestCompleted> requests) {
        Random fate = new Random();
        for (int from = 0; from < requests.size(); from += 50) {
            List<RequestCompleted> batch = requests.subList(from, Math.min(requests.size(), from + 50));
            boolean taken = false;
            while (!taken) {
                taken = take(batch, fate.nextInt(3) == 0);
            }
        }
        return null;
    }

    private boolean take(List<RequestCompleted> batch, boolean killed) {
        try {
            database.useSystem(handle -> {
                ledger.take(handle, batch);
                if (killed) {
                    throw new Killed();
                }
            });
            return true;
        } catch (Killed dead) {
            return false;
        }
    }

    private RequestCompleted randomRequest() {
        return vary(aRequest(workspaces.get(random.nextInt(2)).id())
                        .at(BEGIN.plusMillis(random.nextLong(Duration.ofHours(1).toMillis()))))
                .build();
    }

    private RequestFixture vary(RequestFixture request) {
        request.node(nodes.get(random.nextInt(2)))
                .model("anthropic", "m" + random.nextInt(3))
                .domain(random.nextBoolean() ? null : "d" + random.nextInt(2))
                .cost(BigDecimal.valueOf(random.nextLong(1_000_000_000L), 9).toPlainString());
        return switch (random.nextInt(4)) {
            case 0 -> request.unknownCost();
            case 1 -> request.failed(529, "overloaded_error");
            default -> request;
        };
    }

    /** As a cube has them, or as the ledger adds up to them. */
    private List<Cell> cells(TestWorkspace workspace, String from, String place) {
        String ledgerCells = """
                select date_bin('15 minutes', admitted_at, 'epoch') as at, %1$s as place, count(*) as requests,
                       count(*) filter (where status >= 400 or error_type is not null) as errors, sum(input) as input,
                       coalesce(sum(cost), 0.000000000) as cost, count(*) filter (where cost is null) as unknown
                from request where %1$s is not null group by 1, 2 order by 1, 2
                """.formatted(place);
        String cubeCells = """
                select at, %s as place, requests, errors, input, cost, unknown_cost as unknown
                from %s where requests <> 0 order by 1, 2
                """.formatted(place, from);
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery(from.equals("ledger") ? ledgerCells : cubeCells)
                        .map((row, context) -> new Cell(
                                row.getTimestamp("at").toInstant(),
                                row.getString("place"),
                                row.getLong("requests"),
                                row.getLong("errors"),
                                row.getLong("input"),
                                row.getBigDecimal("cost"),
                                row.getLong("unknown")))
                        .list());
    }

    /** No two rows were told at the same position, and none beyond the ledger's end. */
    private boolean positionsAreThoseTold(TestWorkspace workspace) {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery("""
                        select count(*) = count(distinct position)
                               and max(position) = (select position from ledger_position)
                        from request
                        """).mapTo(Boolean.class).one());
    }
}
