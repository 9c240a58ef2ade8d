package io.leasehold.distribution.watch;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.lease.SecretWriter;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a node hears of a key that it has, and that is nearly at a limit. */
@QuarkusTest
class DirectStopWatchTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aNodeIsToldWhenItsKeyIsNearlyAtALimitAndWhenItIsNotAnyLonger() throws Exception {
        KeyFixture key = aKey(workspace).direct().told();
        SecretWriter.write(workspace.id(), key.id(), "sk-ant-first-secret-1");
        String lease = Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\",\"mode\":\"direct\",\"spend_limit\":\"2\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .path("lease_id");
        try (WatchStream stream = new WatchStream(workspace, "node-1", null)) {
            await(stream, "watching");

            Sql.update("""
                    insert into direct_use (workspace_id, key_id, since, next_look_at, stopped_at, exposed, period)
                    values (?, ?, now(), now() + interval '1 day', now(), true, 'day')
                    """, workspace.id(), key.id());

            await(stream, "watching", "lease_draining");
            assertThat(stream.events().getLast().data().get("lease_id").asText())
                    .isEqualTo(lease);
            Sql.update("update direct_use set stopped_at = null where key_id = ?", key.id());
            await(stream, "watching", "lease_draining", "lease_active");
        }
    }

    private static void await(WatchStream stream, String... names) {
        Await.untilAsserted(
                Duration.ofMinutes(1), () -> assertThat(stream.names()).containsExactly(names));
    }
}
