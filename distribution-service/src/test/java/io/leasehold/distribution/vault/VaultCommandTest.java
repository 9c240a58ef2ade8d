package io.leasehold.distribution.vault;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.distribution.Api;
import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.vault.VaultLocator;
import io.leasehold.localstack.vault.VaultSource;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code vault} command, which knows nothing of us. */
@QuarkusTest
class VaultCommandTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @TempDir
    Path home;

    private Path program = Path.of("vault");

    @BeforeEach
    void findTheCommand() {
        Map<String, String> environment = System.getenv();
        var found = new VaultLocator(environment, StackHome.fromEnvironment(environment)).find();
        boolean there = found.orElse(null) instanceof VaultSource.Program;
        assertThat(there || !"true".equals(System.getenv("CI"))).isTrue();
        Assumptions.assumeTrue(there, "no vault command; './leasehold vault build' makes one");
        program = ((VaultSource.Program) found.orElseThrow()).executable();
    }

    @Test
    void aLeaseIsLookedUpRenewedAndRevoked() throws Exception {
        aKey(workspace).told();
        Response lease = lease("node-1");
        String id = lease.path("lease_id");

        JsonNode found =
                vault("operator", "lease", "lookup", "-format=json", id).json().get("data");
        assertThat(found.get("issue_time").asText()).isEqualTo(lease.path("issue_time"));
        assertThat(found.get("expire_time").asText()).isEqualTo(lease.path("expire_time"));
        assertThat(found.get("renewable").asBoolean()).isTrue();
        assertThat(found.get("ttl").asLong()).isBetween(86_000L, 86_400L);
        String named = found.get("id").asText();
        assertThat(named).isEqualTo("anthropic/" + lease.path("node_id") + "/" + id);

        JsonNode renewed = vault("operator", "lease", "renew", "-format=json", "-increment=3600", named)
                .json();
        assertThat(renewed.get("lease_id").asText()).isEqualTo(named);
        assertThat(renewed.get("lease_duration").asLong()).isEqualTo(3_600);

        assertThat(vault("operator", "lease", "revoke", named).exit()).isZero();
        Api.as(workspace, "viewer").get("/api/v1/leases/" + id).then().body("state", equalTo("revoked"));
    }

    @Test
    void aNodeManagesItsOwnLeasesAndNoOthers() throws Exception {
        aKey(workspace).told();
        String own = lease("node-1").path("lease_id");
        String foreign = lease("node-2").path("lease_id");

        assertThat(vaultAs(workspace.nodeToken("node-1"), "lease", "renew", own).exit())
                .isZero();
        Run refused = vaultAs(workspace.nodeToken("node-1"), "lease", "lookup", foreign);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output()).contains("invalid lease");
        assertThat(vaultAs(workspace.nodeToken("node-1"), "lease", "revoke", own)
                        .exit())
                .isZero();
        Api.as(workspace, "viewer").get("/api/v1/leases/" + own).then().body("state", equalTo("released"));
    }

    @Test
    void leasesAreListedByPrefixAndRevokedByIt() throws Exception {
        aKey(workspace).told();
        aKey(workspace).of("openrouter").told();
        Response first = lease("node-1");
        String node = first.path("node_id");
        lease("node-2");

        assertThat(names(vault("viewer", "list", "-format=json", "sys/leases/lookup")))
                .containsExactly("anthropic/");
        assertThat(names(vault("viewer", "list", "-format=json", "sys/leases/lookup/anthropic")))
                .hasSize(2)
                .contains(node + "/");
        assertThat(names(vault("viewer", "list", "-format=json", "sys/leases/lookup/anthropic/" + node)))
                .containsExactly(first.<String>path("lease_id"));
        assertThat(vault("viewer", "list", "-format=json", "sys/leases/lookup/openrouter")
                        .exit())
                .isEqualTo(2);

        assertThat(vault("operator", "lease", "revoke", "-prefix", "anthropic/" + workspace.slug() + "-node-1")
                        .exit())
                .isZero();
        Api.as(workspace, "viewer").get("/api/v1/leases?state=active").then().body("items.size()", equalTo(1));
        assertThat(vault("operator", "lease", "revoke", "-prefix", "anthropic/").exit())
                .isZero();
        Api.as(workspace, "viewer").get("/api/v1/leases?state=active").then().body("items.size()", equalTo(0));
    }

    @Test
    void whatIsRefusedIsToldInVaultsWords() throws Exception {
        Run viewer = vault("viewer", "lease", "renew", UUID.randomUUID().toString());
        assertThat(viewer.exit()).isEqualTo(2);
        assertThat(viewer.output()).contains("Code: 403").contains("operator");

        Run nobody = vaultAs("made-up", "lease", "lookup", UUID.randomUUID().toString());
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.output()).contains("Code: 401");

        Run nothing = vault("operator", "lease", "lookup", "no-such-lease");
        assertThat(nothing.output()).contains("Code: 400").contains("invalid lease");
    }

    private static List<String> names(Run run) throws IOException {
        List<String> names = new ArrayList<>();
        run.json().forEach(name -> names.add(name.asText()));
        return names;
    }

    private Run vault(String role, String... arguments) throws IOException, InterruptedException {
        return vaultAs(workspace.token(role), arguments);
    }

    private Run vaultAs(String token, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VAULT_ADDR", "http://localhost:" + RestAssured.port);
        builder.environment().put("VAULT_TOKEN", token);
        builder.environment().put("VAULT_NAMESPACE", workspace.slug());
        builder.environment().put("VAULT_MAX_RETRIES", "0");
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int exit, String output) {
        JsonNode json() throws IOException {
            assertThat(exit).as(output).isZero();
            return new ObjectMapper().readTree(output);
        }
    }

    private Response lease(String node) {
        Response granted =
                Api.asNode(workspace, node).body("{\"provider\":\"anthropic\"}").post("/api/v1/leases");
        granted.then().statusCode(201);
        return granted;
    }
}
