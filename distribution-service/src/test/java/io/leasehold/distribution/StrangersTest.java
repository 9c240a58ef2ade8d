package io.leasehold.distribution;

import static io.leasehold.distribution.KeyFixture.aKey;

import io.leasehold.test.StrangersContract;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nothing of this service is told to strangers, not even that it is there. */
@QuarkusTest
class StrangersTest extends StrangersContract {
    @Override
    protected Belongings fill(TestWorkspace theirs) {
        KeyFixture key = aKey(theirs).told();
        JsonPath lease = Api.asNode(theirs, "n-" + theirs.slug())
                .body(Map.of("provider", "anthropic", "spend_limit", "5"))
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = lease.getString("lease_id");
        String node = lease.getString("node_id");
        return new Belongings(
                List.of(id, node, key.id().toString(), key.name()),
                List.of(
                        "/api/v1/leases/" + id,
                        "/api/v1/nodes/" + node,
                        "/api/v1/spend/lease/" + id,
                        "/api/v1/spend/key/" + key.id()));
    }

    /** Any domain and user can be asked for, as they are known by being used. */
    @Override
    protected List<String> scopes() {
        return List.of("lease", "key", "node", "workspace");
    }

    /** A node has few streams at once, and is told what is its own. */
    @Override
    protected Set<String> counted() {
        return Set.of("/api/v1/watch");
    }
}
