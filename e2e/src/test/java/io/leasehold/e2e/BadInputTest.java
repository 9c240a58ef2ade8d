package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.Http;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.Extension.class)
class BadInputTest {
    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;

    BadInputTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
    }

    @Test
    void anUnknownFieldIsNamed() {
        Http.Answer answer = admin.post(
                system.endpoints().keyService(),
                "/api/v1/provider-accounts",
                Map.of("provider", "anthropic", "name", "x", "admin_credentail", "y"));

        isProblem(answer, 400, "unknown-field");
        assertThat(answer.body().get("detail").asText()).contains("admin_credentail");
    }

    @Test
    void aWrongTypeIsNamed() {
        isProblem(
                system.asNode(workspace, "n")
                        .post(
                                system.endpoints().distributionService(),
                                "/api/v1/leases",
                                Map.of("provider", "anthropic", "spend_limit", List.of())),
                400,
                "invalid-request");
    }

    @Test
    void aHugeBodyIsRefused() {
        Http.Answer answer = admin.post(
                system.endpoints().keyService(),
                "/api/v1/provider-accounts",
                Map.of("provider", "anthropic", "name", "x".repeat(3_000_000)));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aBadTokenIsRefusedEverywhere() {
        for (URI service : List.of(
                system.endpoints().keyService(),
                system.endpoints().distributionService(),
                system.endpoints().usageCollector(),
                system.endpoints().analyticsService())) {
            Http.Answer answer = system.local()
                    .http()
                    .get(URI.create(service + "/api/v1/keys"), "authorization", "Bearer eyJhbGciOiJub25lIn0.e30.");
            isProblem(answer, 401, "unauthenticated");
        }
    }

    @Test
    void anotherWorkspacesThingsDoNotExist() {
        Pool pool = Pool.anthropic(system, admin);
        WorkspaceClient gina = system.local().user("gina", "globex");

        for (String path : List.of(
                "/api/v1/keys/" + pool.keyId(),
                "/api/v1/provider-accounts/" + pool.accountId(),
                "/api/v1/keys/" + pool.keyId() + "/revocation")) {
            isProblem(gina.get(system.endpoints().keyService(), path), 404, "not-found");
        }
        isProblem(
                gina.post(
                        system.endpoints().keyService(),
                        "/api/v1/keys/" + pool.keyId() + "/revoke",
                        Map.of("dry_run", false)),
                404,
                "not-found");
        JsonNode key = admin.get(system.endpoints().keyService(), "/api/v1/keys/" + pool.keyId())
                .expectSuccess();
        assertThat(key.get("state").asText()).isEqualTo("active");
    }

    @Test
    void aStrangerIsNotToldWhetherAWorkspaceExists() {
        WorkspaceClient here = system.local().user("gina", workspace.slug());
        WorkspaceClient nowhere = system.local().user("gina", "no-such-workspace");

        assertThat(here.get(system.endpoints().keyService(), "/api/v1/keys").status())
                .isEqualTo(nowhere.get(system.endpoints().keyService(), "/api/v1/keys")
                        .status())
                .isEqualTo(403);
    }

    private static void isProblem(Http.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:leasehold:problem:" + type);
    }
}
