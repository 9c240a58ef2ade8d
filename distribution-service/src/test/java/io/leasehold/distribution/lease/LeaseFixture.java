package io.leasehold.distribution.lease;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.Api;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** Leases of a workspace's nodes, and what is told of them. */
record LeaseFixture(TestWorkspace workspace) {
    /** A new lease of a node; its id. */
    String ask(String node, String ttl) {
        return Api.asNode(workspace, node)
                .body("{\"provider\":\"anthropic\",\"ttl\":\"" + ttl + "\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("lease_id");
    }

    ValidatableResponse read(String id) {
        return Api.as(workspace, "viewer").get("/api/v1/leases/" + id).then().statusCode(200);
    }

    static List<LeaseView> views(String leaseId, int count) {
        return events(leaseId, count).stream()
                .map(event -> (LeaseView) event.data())
                .toList();
    }

    static List<EventType> eventTypes(String leaseId, int count) {
        return events(leaseId, count).stream().map(ReceivedEvent::type).toList();
    }

    private static List<ReceivedEvent> events(String leaseId, int count) {
        return Events.await(Topic.LEASES, count, event -> event.key().equals(leaseId));
    }
}
