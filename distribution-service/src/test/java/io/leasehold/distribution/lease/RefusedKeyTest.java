package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyState;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that providers refuse, as gateways tell. */
@QuarkusTest
class RefusedKeyTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aKeyThatItsProviderRefusesIsLeasedNoMoreWhileThereAreOthers() {
        KeyFixture refused = aKey(workspace).told();
        assertThat(leasedKeys(1)).containsExactly(refused.id().toString());
        KeyFixture good = aKey(workspace).told();

        aRequest(workspace).withKey(good.id()).refused(refused.id(), 401).told("0.1");

        // Without that the leases would be spread over both.
        Await.untilAsserted(
                () -> assertThat(leasedKeys(4)).containsOnly(good.id().toString()));
        good.now(KeyState.DISABLED).told();
        Await.untilAsserted(
                () -> assertThat(leasedKeys(1)).containsExactly(refused.id().toString()));
    }

    private List<String> leasedKeys(int count) {
        return Stream.generate(this::leasedKey).limit(count).toList();
    }

    private String leasedKey() {
        return Api.asNode(workspace, "node-1")
                .body("""
                        {"provider":"anthropic","additional":true}
                        """)
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .path("key_id");
    }
}
