package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.HeldRow;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A call that waits for a lease's row while another one changes it must go on from what that one left. */
@QuarkusTest
class LeaseRaceTest {
    private static final String OTHER_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aRenewalTellsOfTheTokenThatWasAddedWhileItWaited() {
        aKey(workspace).told();
        UUID lease = lease();

        try (HeldRow row = HeldRow.of("select 1 from lease where lease_id = ? for update", lease)) {
            CompletableFuture<Response> renewal = renew(lease);
            row.awaitWaiting();
            row.update(
                    "insert into lease_token (workspace_id, token_hash, lease_id) values (?, ?, ?)",
                    workspace.id(),
                    OTHER_HASH,
                    lease);
            row.update("update lease set version = version + 1 where lease_id = ?", lease);
            row.commit();
            renewal.join().then().statusCode(200);
        }

        assertThat(lastView(lease).tokenHashes()).hasSize(2).contains(OTHER_HASH);
    }

    @Test
    void aLeaseThatMovedToAnotherKeyMeanwhileIsStillFound() {
        aKey(workspace).told();
        UUID lease = lease();
        KeyFixture other = aKey(workspace).told();

        try (HeldRow row = HeldRow.of("select 1 from lease where lease_id = ? for update", lease)) {
            CompletableFuture<Response> renewal = renew(lease);
            row.awaitWaiting();
            row.update("update lease set key_id = ?, version = version + 1 where lease_id = ?", other.id(), lease);
            row.commit();
            renewal.join().then().statusCode(200);
        }

        assertThat(lastView(lease).keyId()).isEqualTo(other.id());
    }

    private UUID lease() {
        return UUID.fromString(Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("lease_id"));
    }

    private CompletableFuture<Response> renew(UUID lease) {
        return CompletableFuture.supplyAsync(
                () -> Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/renew"));
    }

    private static LeaseView lastView(UUID lease) {
        List<LeaseView> views = Events.await(
                        Topic.LEASES, 2, event -> event.key().equals(lease.toString()))
                .stream()
                .map(event -> (LeaseView) event.data())
                .toList();
        return views.getLast();
    }
}
