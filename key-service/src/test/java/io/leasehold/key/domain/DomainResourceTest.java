package io.leasehold.key.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.key.KeyApi;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DomainResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void aDomainIsAddedReadAndToldWithItsWorkspace() {
        String id = add(Map.of("name", "app.example.com", "capture", "full", "tags", List.of("team:web", "team:web")));

        for (String idOrName : List.of(id, "app.example.com")) {
            admin.call()
                    .get("/api/v1/domains/" + idOrName)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("name", equalTo("app.example.com"))
                    .body("capture", equalTo("full"))
                    .body("tags", contains("team:web"));
        }
        admin.call()
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .body("domains.name", contains("app.example.com"))
                .body("version", equalTo(2));
        assertThat(told(1).domains())
                .containsExactly(new WorkspaceView.Domain(
                        UUID.fromString(id), "app.example.com", Capture.FULL, List.of("team:web")));
    }

    @Test
    void whatSaysNothingElseIsKeptAsTheWorkspaceSays() {
        admin.call()
                .body("{\"capture\":\"none\"}")
                .patch("/api/v1/workspaces/" + workspace.slug())
                .then()
                .statusCode(200);

        add(Map.of("name", "app.example.com"));

        admin.call().get("/api/v1/domains/app.example.com").then().body("capture", equalTo("none"));
    }

    @Test
    void aDomainIsChangedPartByPart() {
        String id = add(Map.of("name", "app.example.com", "tags", List.of("a")));

        admin.call()
                .body("{\"capture\":\"full\"}")
                .patch("/api/v1/domains/" + id)
                .then()
                .statusCode(200)
                .body("capture", equalTo("full"))
                .body("tags", contains("a"));
        admin.call()
                .body("{\"tags\":[]}")
                .patch("/api/v1/domains/app.example.com")
                .then()
                .body("capture", equalTo("full"))
                .body("tags", hasSize(0));
        admin.call()
                .body("{\"name\":\"other\"}")
                .patch("/api/v1/domains/" + id)
                .then()
                .statusCode(400);
    }

    @Test
    void aDeletedDomainIsGoneWithItsLimits() {
        String id = add(Map.of("name", "app.example.com"));
        admin.call()
                .body("{\"limits\":[{\"period\":\"day\",\"amount\":\"5\"}]}")
                .put("/api/v1/limits/domain/app.example.com")
                .then()
                .statusCode(200)
                .body("scope_id", equalTo(id));

        admin.call().delete("/api/v1/domains/app.example.com").then().statusCode(204);

        admin.call().get("/api/v1/domains/" + id).then().statusCode(404);
        admin.call().delete("/api/v1/domains/" + id).then().statusCode(404);
        assertThat(told(2).domains()).isEmpty();
        String key = workspace.id() + ":domain:" + id;
        LimitsView last =
                (LimitsView) Events.await(Topic.LIMITS, 2, event -> event.key().equals(key))
                        .getLast()
                        .data();
        assertThat(last.limits()).isEmpty();
    }

    @Test
    void theyAreFilteredAndListedPageByPage() {
        add(Map.of("name", "c.example.com", "capture", "full", "tags", List.of("team:web")));
        add(Map.of("name", "a.example.com", "tags", List.of("Team:Mail")));
        add(Map.of("name", "b.other.com", "tags", List.of("team:web")));

        String cursor = admin.call()
                .get("/api/v1/domains?limit=2")
                .then()
                .body("items.name", contains("a.example.com", "b.other.com"))
                .extract()
                .path("next_cursor");
        admin.call()
                .get("/api/v1/domains?limit=2&cursor=" + cursor)
                .then()
                .body("items.name", contains("c.example.com"))
                .body("next_cursor", nullValue());
        listed("?capture=full").body("items.name", contains("c.example.com"));
        listed("?tag=team:web").body("items.name", contains("b.other.com", "c.example.com"));
        listed("?text=EXAMPLE").body("items.name", contains("a.example.com", "c.example.com"));
        listed("?text=mail").body("items.name", contains("a.example.com"));
        listed("?capture=all").statusCode(400);
    }

    @Test
    void aNameIsTakenOnceAndCanStandInAnAddress() {
        add(Map.of("name", "app.example.com"));

        admin.call()
                .body("{\"name\":\"app.example.com\"}")
                .post("/api/v1/domains")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:name-taken"));
        for (String name :
                List.of("", "A", "a/b", "-a", "a.", "a b", UUID.randomUUID().toString(), "x".repeat(201))) {
            admin.call()
                    .body(Map.of("name", name))
                    .post("/api/v1/domains")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("name"));
        }
    }

    @Test
    void aRetryAddsOnce() {
        String key = UUID.randomUUID().toString();

        String first = addWithKey(key);
        String second = addWithKey(key);

        assertThat(second).isEqualTo(first);
        listed("").body("items", hasSize(1));
    }

    @Test
    void ofManyThatAreAddedAtOnceNoneIsLost() throws InterruptedException {
        List<Callable<Integer>> calls = IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(i -> () -> admin.call()
                        .body(Map.of("name", "d" + i / 2 + ".example.com"))
                        .post("/api/v1/domains")
                        .statusCode())
                .toList();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(8);
        listed("").body("items", hasSize(8));
        assertThat(told(8).version()).isEqualTo(9);
    }

    @Test
    void anotherWorkspacesDomainIsNotThere() {
        String id = add(Map.of("name", "app.example.com"));
        KeyApi stranger = KeyApi.as(TestWorkspace.fresh(), "admin");

        stranger.call().get("/api/v1/domains/" + id).then().statusCode(404);
        stranger.call().delete("/api/v1/domains/" + id).then().statusCode(404);
        stranger.call().get("/api/v1/domains").then().body("items", hasSize(0));
    }

    private String add(Map<String, Object> body) {
        return admin.call()
                .body(body)
                .post("/api/v1/domains")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String addWithKey(String idempotencyKey) {
        return admin.call()
                .header("Idempotency-Key", idempotencyKey)
                .body("{\"name\":\"app.example.com\"}")
                .post("/api/v1/domains")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private io.restassured.response.ValidatableResponse listed(String query) {
        return admin.call().get("/api/v1/domains" + query).then();
    }

    private WorkspaceView told(int count) {
        String key = workspace.id().toString();
        return (WorkspaceView)
                Events.await(Topic.WORKSPACES, count, event -> event.key().equals(key))
                        .getLast()
                        .data();
    }
}
