package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LeaseListTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final LeaseFixture leases = new LeaseFixture(workspace);

    @Test
    void leasesAreListedPageByPageTheNewestFirst() {
        KeyFixture key = aKey(workspace).told();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(leases.ask("node-" + i, "PT1H"));
        }

        String cursor = Api.as(workspace, "viewer")
                .get("/api/v1/leases?limit=2")
                .then()
                .statusCode(200)
                .body("items.lease_id", contains(ids.get(0), ids.get(1)))
                .extract()
                .jsonPath()
                .getString("next_cursor");
        Api.as(workspace, "viewer")
                .get("/api/v1/leases?limit=2&cursor=" + cursor)
                .then()
                .body("items.lease_id", contains(ids.get(2)))
                .body("next_cursor", nullValue());
        assertFiltered("state=active&provider=anthropic&key=" + key.id(), 3);
        assertFiltered("state=revoked", 0);
        assertFiltered("node=" + UUID.randomUUID(), 0);
        assertFiltered("provider=openai", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=asleep", "node=five", "key=five", "limit=0", "limit=501", "cursor=!!!"})
    void aListThatCannotBeUnderstoodIsRefused(String query) {
        Api.as(workspace, "viewer").get("/api/v1/leases?" + query).then().statusCode(400);
    }

    private void assertFiltered(String query, int count) {
        Api.as(workspace, "viewer")
                .get("/api/v1/leases?" + query)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(count));
    }
}
