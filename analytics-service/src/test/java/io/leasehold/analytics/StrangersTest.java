package io.leasehold.analytics;

import static io.leasehold.analytics.RequestFixture.aRequest;

import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.StrangersContract;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;

/** Nothing of this service is told to strangers, not even that it is there. */
@QuarkusTest
class StrangersTest extends StrangersContract {
    @Override
    protected Belongings fill(TestWorkspace theirs) {
        UUID node = Ids.next();
        String nodeName = "node-" + node;
        String domain = "d" + UUID.randomUUID() + ".example.com";
        RequestCompleted request =
                aRequest(theirs.id()).node(node).domain(domain).build();
        Instant now = Instant.now();
        Events.publish(
                EventType.NODE_ENROLLED,
                new NodeView(node, theirs.id(), nodeName, "subject", NodeState.ENROLLED, Map.of(), now, now, 1));
        Ingest.requests(theirs, List.of(request));
        Await.untilAsserted(() -> Api.asViewer(theirs)
                .get("/api/v1/stats/breakdown?by=node")
                .then()
                .body("items.label", Matchers.contains(nodeName)));
        return new Belongings(
                List.of(
                        request.requestId().toString(),
                        request.leaseId().toString(),
                        request.keyId().toString(),
                        request.accountId().toString(),
                        node.toString(),
                        nodeName,
                        domain),
                List.of(
                        "/api/v1/requests",
                        "/api/v1/stats/overview",
                        "/api/v1/stats/breakdown?by=key",
                        "/api/v1/stats/breakdown?by=domain"));
    }
}
