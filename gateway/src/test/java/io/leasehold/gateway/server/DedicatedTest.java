package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A gateway that is there for one workspace. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(DedicatedTest.Dedicated.class)
class DedicatedTest {
    private static final UUID ITS_WORKSPACE = UUID.randomUUID();

    public static final class Dedicated implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("leasehold.gateway.dedicated.workspace", "ws-" + ITS_WORKSPACE);
        }
    }

    @Test
    void onlyLeasesOfItsWorkspaceAreServed() {
        TestLease own = leaseOf(Tenant.in(ITS_WORKSPACE, "anthropic"));
        TestLease another = leaseOf(Tenant.of("anthropic"));

        Await.untilAsserted(
                () -> assertThat(Gateway.message(own.token(), 1).statusCode()).isEqualTo(200));
        HttpResponse<String> refused = Gateway.message(another.token(), 1);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("permission_error", "Use the lease's own base URL");
    }

    private static TestLease leaseOf(Tenant tenant) {
        tenant.isWorkspace(Capture.NONE);
        return tenant.lease().make();
    }
}
