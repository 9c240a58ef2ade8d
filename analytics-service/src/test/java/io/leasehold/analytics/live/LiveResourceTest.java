package io.leasehold.analytics.live;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.analytics.Api;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @TestHTTPResource("/api/v1/live")
    URI live;

    @Test
    void aRequestIsToldAsSoonAsItIsTakenIn() throws Exception {
        try (EventStream stream = open(null)) {
            awaitOpen(stream);

            RequestCompleted request = publishOne();

            Await.untilAsserted(() -> assertThat(stream.requests())
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.requestId())
                                .isEqualTo(request.requestId().toString());
                        assertThat(event.data().get("cost").asText()).isEqualTo("0.0015");
                        assertThat(event.data().get("input_tokens").asLong()).isEqualTo(100);
                    }));
            Await.untilAsserted(() -> assertThat(
                            stream.stats().getLast().data().get("requests").asLong())
                    .isEqualTo(1));
        }
    }

    @Test
    void whatHappenedBeforeIsNotTold() throws Exception {
        publishOne();
        awaitRequests(1);
        try (EventStream stream = open(null)) {
            awaitOpen(stream);

            RequestCompleted later = publishOne();

            Await.untilAsserted(() -> assertThat(requestIds(stream))
                    .containsExactly(later.requestId().toString()));
        }
    }

    @Test
    void anotherWorkspacesRequestsAreNotTold() throws Exception {
        TestWorkspace other = TestWorkspace.fresh();
        try (EventStream stream = open(null)) {
            awaitOpen(stream);

            Events.publish(EventType.REQUEST_COMPLETED, aRequest(other.id()).build());
            RequestCompleted own = publishOne();

            Await.untilAsserted(() -> assertThat(requestIds(stream))
                    .containsExactly(own.requestId().toString()));
        }
    }

    @RepeatedTest(5)
    void howeverOftenTheStreamIsCutNothingIsLostOrToldTwice() throws Exception {
        Random random = new Random();
        List<String> published = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        String lastEventId = "0";
        for (int cut = 0; cut < 6; cut++) {
            published.add(publishOne().requestId().toString());
            try (EventStream stream = open(lastEventId)) {
                published.add(publishOne().requestId().toString());
                int atLeast = random.nextInt(3);
                Await.untilAsserted(() -> assertThat(stream.events()).hasSizeGreaterThanOrEqualTo(atLeast));
                List<EventStream.Event> told = stream.events();
                told.stream()
                        .filter(event -> event.name().equals("request"))
                        .forEach(event -> seen.add(event.requestId()));
                lastEventId = told.isEmpty() ? lastEventId : told.getLast().id();
            }
        }
        try (EventStream stream = open(lastEventId)) {
            Await.untilAsserted(() -> {
                List<String> all = new ArrayList<>(seen);
                all.addAll(requestIds(stream));
                assertThat(all).containsExactlyInAnyOrderElementsOf(published);
            });
        }
    }

    @Test
    void anIdThatIsNoneOfOursIsRefused() {
        Api.asViewer(workspace)
                .header("Last-Event-ID", "abc")
                .get("/api/v1/live")
                .then()
                .statusCode(400);
    }

    @Test
    void anIdOfALedgerThatIsGoneBeginsWithWhatIsNew() throws Exception {
        try (EventStream stream = open("4711")) {
            awaitOpen(stream);

            RequestCompleted request = publishOne();

            Await.untilAsserted(() -> assertThat(requestIds(stream))
                    .containsExactly(request.requestId().toString()));
        }
    }

    @Test
    void whoseRoleIsForOneDomainIsToldOfThatOnly() throws Exception {
        String domain = "own.example.com";
        workspace.makeDomainGroups(domain);
        try (EventStream all = open(null);
                EventStream stream = new EventStream(live, workspace, workspace.domainToken(domain, "viewer"), null)) {
            awaitOpen(all);
            awaitOpen(stream);

            publishOne();
            awaitRequests(1);
            RequestCompleted own = aRequest(workspace.id()).domain(domain).build();
            Events.publish(EventType.REQUEST_COMPLETED, own);

            Await.untilAsserted(() -> assertThat(requestIds(all)).hasSize(2));
            Await.untilAsserted(() -> assertThat(
                            stream.stats().getLast().data().get("requests").asLong())
                    .isEqualTo(1));
            assertThat(requestIds(stream)).containsExactly(own.requestId().toString());
            // The first figures and those after its own request; none for what went elsewhere.
            assertThat(stream.stats()).hasSize(2);
        }
    }

    private EventStream open(String lastEventId) throws Exception {
        return new EventStream(live, workspace, lastEventId);
    }

    /** The first figures come once the feed has taken the stream in. */
    private static void awaitOpen(EventStream stream) {
        Await.untilAsserted(() -> assertThat(stream.stats()).isNotEmpty());
    }

    private RequestCompleted publishOne() {
        RequestCompleted request = aRequest(workspace.id()).build();
        Events.publish(EventType.REQUEST_COMPLETED, request);
        return request;
    }

    private void awaitRequests(int count) {
        Await.untilAsserted(() -> assertThat(Api.asViewer(workspace)
                        .get("/api/v1/requests")
                        .then()
                        .extract()
                        .<List<?>>path("items"))
                .hasSize(count));
    }

    private static List<String> requestIds(EventStream stream) {
        return stream.requests().stream().map(EventStream.Event::requestId).toList();
    }
}
