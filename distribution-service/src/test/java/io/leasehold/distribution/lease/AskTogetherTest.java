package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.Api;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many nodes ask at the same moment, each several times and for several purposes, so that some are answered together. */
@QuarkusTest
class AskTogetherTest {
    private static final int NODES = 8;
    private static final int TIMES = 5;
    private static final List<String> PURPOSES =
            List.of("{\"provider\":\"anthropic\"}", "{\"provider\":\"anthropic\",\"domain\":\"a.example.com\"}");

    private final TestWorkspace workspace = TestWorkspace.fresh();

    private record Asked(String node, String purpose, String trace, Response answer) {
        String leaseId() {
            return answer.jsonPath().getString("lease_id");
        }

        boolean fresh() {
            return answer.statusCode() == 201;
        }
    }

    @Test
    void eachGetsOneLeaseForAPurposeATokenOfItsOwnAndItsTrace() throws Exception {
        aKey(workspace).told();
        aKey(workspace).told();

        List<Asked> all = askAll();

        assertThat(all)
                .allSatisfy(asked -> assertThat(asked.answer().statusCode()).isIn(200, 201));
        Map<String, List<Asked>> byWish =
                all.stream().collect(Collectors.groupingBy(asked -> asked.node() + asked.purpose()));
        assertThat(byWish).hasSize(NODES * PURPOSES.size());
        assertThat(byWish.values()).allSatisfy(same -> {
            assertThat(same)
                    .extracting(Asked::leaseId)
                    .containsOnly(same.getFirst().leaseId());
            assertThat(same).filteredOn(Asked::fresh).hasSize(1);
        });
        assertThat(all.stream().map(Asked::leaseId).distinct()).hasSize(byWish.size());
        assertThat(all).allSatisfy(asked -> assertThatItsTokenWorks(asked));
        assertThatGrantsAreToldAsPartOfTheirTraces(
                all.stream().filter(Asked::fresh).collect(Collectors.toMap(Asked::leaseId, Asked::trace)));
    }

    private List<Asked> askAll() throws Exception {
        List<Future<Asked>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int time = 0; time < TIMES; time++) {
                for (int node = 0; node < NODES; node++) {
                    String name = "node-" + node;
                    workspace.nodeToken(name);
                    PURPOSES.forEach(purpose -> asked.add(threads.submit(() -> ask(name, purpose))));
                }
            }
        }
        List<Asked> all = new ArrayList<>();
        for (Future<Asked> each : asked) {
            all.add(each.get());
        }
        return all;
    }

    private Asked ask(String node, String purpose) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Response answer = Api.asNode(workspace, node)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(purpose)
                .post("/api/v1/leases");
        return new Asked(node, purpose, trace, answer);
    }

    private static void assertThatItsTokenWorks(Asked asked) {
        String token = asked.answer().jsonPath().getString("token");
        Api.asService("gateway")
                .get("/internal/v1/leases/by-token/" + OpaqueToken.sha256(token))
                .then()
                .statusCode(200);
    }

    private static void assertThatGrantsAreToldAsPartOfTheirTraces(Map<String, String> traces) {
        List<ReceivedEvent> grants = Events.await(
                Topic.LEASES,
                traces.size(),
                event -> event.type() == EventType.LEASE_GRANTED
                        && event.data() instanceof LeaseView lease
                        && traces.containsKey(lease.leaseId().toString()));
        assertThat(grants)
                .allSatisfy(grant -> assertThat(grant.traceParent())
                        .contains(
                                traces.get(((LeaseView) grant.data()).leaseId().toString())));
    }
}
