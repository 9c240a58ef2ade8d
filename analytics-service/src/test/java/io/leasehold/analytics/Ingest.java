package io.leasehold.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import java.util.List;

/** Lets the service take requests in as it does in life, and waits until it has. */
public final class Ingest {
    private Ingest() {}

    /** Into a workspace that has none yet. */
    public static void requests(TestWorkspace workspace, List<RequestCompleted> requests) {
        requests.forEach(request -> Events.publish(EventType.REQUEST_COMPLETED, request));
        Await.untilAsserted(() -> assertThat(Api.asViewer(workspace)
                        .queryParam("limit", 500)
                        .get("/api/v1/requests")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<?>>path("items"))
                .hasSize(requests.size()));
    }
}
