package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.Topic;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TombstoneSweepTest {
    @Inject
    TombstoneSweep sweep;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aLeaseThatEndedADayAgoIsTakenOffItsTopicWithItsTokens() {
        aKey(workspace).told();
        String id = endedLease("node-1");
        age(id, "25 hours");

        sweep.sweep();

        List<ReceivedEvent> events =
                Events.await(Topic.LEASES, 3, received -> received.key().equals(id));
        assertThat(events).extracting(ReceivedEvent::isTombstone).containsExactly(false, false, true);
        assertThat(tokens(id)).isEqualTo("0");
        Api.as(workspace, "viewer")
                .get("/api/v1/leases/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("released"));
    }

    @Test
    void aLeaseThatEndedLaterOrGoesOnStays() {
        aKey(workspace).told();
        String ended = endedLease("node-1");
        age(ended, "23 hours");
        String standing = lease("node-2");

        sweep.sweep();

        assertThat(tokens(ended)).isEqualTo("1");
        assertThat(tokens(standing)).isEqualTo("1");
    }

    @Test
    void replicasThatSweepAtOnceTakeEachLeaseOffOnce() throws Exception {
        aKey(workspace).told();
        sweep.sweep();
        Set<String> ended = IntStream.rangeClosed(1, 12)
                .mapToObj(node -> endedLease("node-" + node))
                .collect(Collectors.toSet());
        ended.forEach(id -> age(id, "25 hours"));

        int taken = 0;
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> sweeps = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(replica -> sweep::takeSomeOff)
                    .toList();
            for (var result : replicas.invokeAll(sweeps)) {
                taken += result.get();
            }
        }

        assertThat(Events.await(Topic.LEASES, 12, event -> event.isTombstone() && ended.contains(event.key())))
                .extracting(ReceivedEvent::key)
                .containsExactlyInAnyOrderElementsOf(ended);
        // The scheduled sweep may have taken some.
        assertThat(taken).isLessThanOrEqualTo(12);
    }

    private String endedLease(String node) {
        String id = lease(node);
        Api.asNode(workspace, node)
                .post("/api/v1/leases/" + id + "/release")
                .then()
                .statusCode(200);
        return id;
    }

    private String lease(String node) {
        return Api.asNode(workspace, node)
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .path("lease_id");
    }

    private static void age(String id, String by) {
        Sql.update(
                "update lease set ended_at = ended_at - cast(? as interval) where lease_id = ?",
                by,
                UUID.fromString(id));
    }

    private static String tokens(String id) {
        return String.valueOf(Sql.one("select count(*) from lease_token where lease_id = ?", UUID.fromString(id)));
    }
}
