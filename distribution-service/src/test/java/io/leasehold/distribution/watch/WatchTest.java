package io.leasehold.distribution.watch;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchTest {
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aRevocationIsToldWithinTwoHundredMilliseconds() throws Exception {
        aKey(workspace).told();
        workspace.token("operator");
        List<Duration> delays = new ArrayList<>();
        try (WatchStream stream = watch("node-1", null)) {
            await(stream, "watching");
            for (int i = 0; i < 10; i++) {
                String lease = lease("node-1", "additional");
                int seen = stream.events().size();
                long before = System.nanoTime();

                revoke(lease);

                Await.untilAsserted(() -> assertThat(stream.events()).hasSizeGreaterThan(seen));
                WatchStream.Event event = stream.events().getLast();
                assertThat(event.name()).isEqualTo("lease_revoked");
                assertThat(event.data().get("lease_id").asText()).isEqualTo(lease);
                assertThat(event.data().get("reason").asText()).isEqualTo("leaked");
                delays.add(Duration.ofNanos(event.nanos() - before));
            }
        }

        // The median, because the machine that tests may stop for longer by itself.
        assertThat(delays.stream().sorted().toList().get(5))
                .as("delays %s", delays)
                .isLessThan(AT_ONCE);
    }

    @Test
    void rotationAndDrainOfADirectLeaseAreTold() throws Exception {
        KeyFixture key = aKey(workspace).direct().told();
        String lease = lease("node-1", "additional");
        Sql.update("update lease set mode = 'direct', secret_version = 1 where lease_id = ?", UUID.fromString(lease));
        try (WatchStream stream = watch("node-1", null)) {
            KeyFixture rotated = key.rotated().told();

            await(stream, "watching", "lease_draining");
            assertThat(stream.events().getLast().data().get("key_id").asText())
                    .isEqualTo(key.id().toString());

            Sql.update("update lease set secret_version = 2 where lease_id = ?", UUID.fromString(lease));
            await(stream, "watching", "lease_draining", "lease_active");
            rotated.now(KeyState.DRAINING).told();
            await(stream, "watching", "lease_draining", "lease_active", "lease_draining");
        }
    }

    @Test
    void aLeaseThatGoesOnWithAnotherKeySaysSo() throws Exception {
        KeyFixture key = aKey(workspace).told();
        lease("node-1", "name");
        KeyFixture other = aKey(workspace).told();
        try (WatchStream stream = watch("node-1", null)) {
            key.now(KeyState.REVOKED).told();

            await(stream, "watching", "lease_moved");
            assertThat(stream.events().getLast().data().get("key_id").asText())
                    .isEqualTo(other.id().toString());
        }
    }

    @Test
    void changedLimitsAreToldToThoseWhomTheyConcern() throws Exception {
        KeyFixture key = aKey(workspace).told();
        lease("node-1", "name");
        Api.asNode(workspace, "node-2").post("/api/v1/nodes/heartbeat");
        try (WatchStream concerned = watch("node-1", null);
                WatchStream other = watch("node-2", null)) {
            // Of no node that there can be; it holds nobody up.
            LimitFixture.tell(workspace, Scope.NODE, "no-id", 1, limit(Period.DAY, "5", "UTC"));
            LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.DAY, "5", "UTC"));
            await(concerned, "watching", "limits_changed");
            LimitFixture.tell(workspace, Scope.WORKSPACE, workspace.id().toString(), 1, limit(Period.DAY, "9", "UTC"));

            await(concerned, "watching", "limits_changed", "limits_changed");
            await(other, "watching", "limits_changed");
            assertThat(other.events().getLast().data().get("scope").asText()).isEqualTo("workspace");
        }
    }

    @Test
    void aNodeThatComesBackIsToldWhatItMissedAndNothingTwice() throws Exception {
        aKey(workspace).told();
        String first = lease("node-1", "additional");
        String second = lease("node-1", "additional");
        String third = lease("node-1", "additional");
        String seen;
        try (WatchStream stream = watch("node-1", null)) {
            await(stream, "watching");
            revoke(first);
            await(stream, "watching", "lease_revoked");
            seen = stream.events().getLast().id();
        }
        revoke(second);
        try (WatchStream other = watch("node-2", null)) {
            revoke(third);
            await(other, "watching");
        }

        try (WatchStream stream = watch("node-1", seen)) {
            await(stream, "lease_revoked", "lease_revoked");
            assertThat(stream.events())
                    .extracting(event -> event.data().get("lease_id").asText())
                    .containsExactly(second, third);
        }
    }

    @Test
    void whatIsNotKnownAnyMoreIsSaidToBeSo() throws Exception {
        Api.asNode(workspace, "node-1").post("/api/v1/nodes/heartbeat");

        try (WatchStream stream = watch("node-1", "999999999")) {
            await(stream, "reset");
        }
        assertThatThrownBy(() -> watch("node-1", "yesterday")).hasMessageContaining("400");
    }

    @Test
    void aRemovedNodeIsToldAndSentAway() throws Exception {
        aKey(workspace).told();
        lease("node-1", "name");
        String node =
                Api.asNode(workspace, "node-1").post("/api/v1/nodes/heartbeat").path("node.id");
        try (WatchStream stream = watch("node-1", null)) {
            await(stream, "watching");

            Api.as(workspace, "admin")
                    .body("{\"reason\":\"sold\"}")
                    .post("/api/v1/nodes/" + node + "/remove")
                    .then()
                    .statusCode(200);

            Await.untilAsserted(() -> assertThat(stream.names()).contains("node_removed"));
            Await.untilAsserted(() -> assertThat(stream.hasEnded()).isTrue());
        }
        assertThatThrownBy(() -> watch("node-1", null)).hasMessageContaining("403");
    }

    @Test
    void aNodeHasAFewStreamsAndNotAny() throws Exception {
        List<WatchStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                WatchStream stream = watch("node-1", null);
                streams.add(stream);
                await(stream, "watching");
            }

            assertThatThrownBy(() -> watch("node-1", null)).hasMessageContaining("429");
        } finally {
            for (WatchStream stream : streams) {
                stream.close();
            }
        }
    }

    /** Patient: what limits have become is read from a topic; how long leases take to be told is asserted by itself. */
    private static void await(WatchStream stream, String... names) {
        Await.untilAsserted(
                Duration.ofMinutes(1), () -> assertThat(stream.names()).containsExactly(names));
    }

    /** Whoever was told nothing before is told what happens from when it says so. */
    private WatchStream watch(String node, @Nullable String lastEventId) throws IOException, InterruptedException {
        WatchStream stream = new WatchStream(workspace, node, lastEventId);
        if (lastEventId == null) {
            Await.untilAsserted(() -> assertThat(stream.names()).contains("watching"));
        }
        return stream;
    }

    private void revoke(String lease) {
        Api.as(workspace, "operator")
                .body("{\"reason\":\"leaked\"}")
                .post("/api/v1/leases/" + lease + "/revoke")
                .then()
                .statusCode(200);
    }

    private String lease(String node, String how) {
        String more = how.equals("additional") ? "\"additional\":true" : "\"name\":\"x\"";
        return Api.asNode(workspace, node)
                .body("{\"provider\":\"anthropic\"," + more + "}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .path("lease_id");
    }
}
