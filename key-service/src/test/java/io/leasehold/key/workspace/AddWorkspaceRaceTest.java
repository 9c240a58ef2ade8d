package io.leasehold.key.workspace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.test.Keycloak;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddWorkspaceRaceTest {
    private final String token = new Keycloak().demoUserToken("ada");

    @Inject
    WorkspaceService workspaces;

    @Test
    void ofManyAtOnceOneGetsTheSlug() throws InterruptedException {
        String slug = "w-" + UUID.randomUUID().toString().substring(0, 8);
        List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(() -> () -> add(slug))
                .limit(8)
                .toList();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void ofManyReplicasThatSeedAtOnceOneAdds() throws InterruptedException {
        UUID id = UUID.randomUUID();
        String slug = "w-" + id.toString().substring(0, 8);
        List<Callable<Boolean>> seeds = Stream.<Callable<Boolean>>generate(
                        () -> () -> workspaces.seed(id, slug, "Initech"))
                .limit(8)
                .toList();

        List<Boolean> added;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            added = threads.invokeAll(seeds).stream().map(Future::resultNow).toList();
        }

        assertThat(added).containsOnlyOnce(true);
    }

    private int add(String slug) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("slug", slug, "name", "Initech"))
                .post("/api/v1/workspaces")
                .statusCode();
    }
}
