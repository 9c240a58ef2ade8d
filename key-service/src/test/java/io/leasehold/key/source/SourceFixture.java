package io.leasehold.key.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What tests of sources have in common. The configuration names the workspaces, so that all of them share these; each test has a source of its own. */
public final class SourceFixture {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final TestWorkspace WORKSPACE = TestWorkspace.freshAs(System.getProperty(NamedSources.SLUG));
    static final TestWorkspace OTHERS = TestWorkspace.freshAs(System.getProperty(NamedSources.OTHER_SLUG));

    private final KeyApi admin = KeyApi.as(WORKSPACE, "admin");

    KeyApi admin() {
        return admin;
    }

    UUID added(String source, Sim.SimKey key) {
        write(source, key);
        return id(add(source, admin.addOpenRouterAccount())
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    Response add(String source, UUID account) {
        return post(Map.of("account_id", account, "source", source));
    }

    Response post(Map<String, Object> of) {
        Map<String, Object> body = new HashMap<>(of);
        body.put("name", KeyApi.anyName());
        return admin.call().body(body).post("/api/v1/keys");
    }

    static UUID id(Response added) {
        return UUID.fromString(added.path("id"));
    }

    void awaitServed(UUID id, Sim.SimKey key) {
        Await.untilAsserted(
                PATIENCE,
                () -> assertThat(admin.<String>read("/api/v1/keys/" + id, "provider_key_id"))
                        .isEqualTo(key.id()));
    }

    /** The overlap is cut short. */
    void end(UUID id) {
        Await.untilAsserted(
                PATIENCE,
                () -> admin.call()
                        .get("/api/v1/keys/" + id + "/rotation")
                        .then()
                        .body("steps.find { it.step == 'drain' }.state", equalTo("running")));
        admin.call()
                .body(Map.of("force", true))
                .post("/api/v1/keys/" + id + "/rotate")
                .then()
                .statusCode(202);
        Await.untilAsserted(
                PATIENCE,
                () -> assertThat(admin.<String>read("/api/v1/keys/" + id + "/rotation", "finished_at"))
                        .isNotNull());
    }

    String problem(UUID id) {
        return admin.read("/api/v1/keys/" + id, "source.problem");
    }

    static Path file(String source) {
        return Path.of(System.getProperty(NamedSources.FOLDER)).resolve(source);
    }

    static void write(String source, Sim.SimKey key) {
        try {
            Path whole = Files.writeString(file(source + ".new"), key.secret() + "\n");
            Files.move(whole, file(source), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
