package io.leasehold.sim.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminApiTest {
    private static final String KEYS = "/v1/organizations/api_keys";

    private final TestSim sim = TestSim.start();
    private final Key admin = sim.anthropicAdmin();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void anAdminKeySeesItsOrganisation() {
        assertThat(sim.anthropic("GET", "/v1/organizations/me", admin).json()).isEqualTo(TestSim.parse("""
                {"id":"8f1c2a7e-6b0d-4f0e-9c55-0d8f7d1f4a11","type":"organization","name":"Example Org"}"""));
    }

    @Test
    void aKeyOfTheDefaultWorkspaceHasBothShapes() {
        Key key = sim.anthropicKey();

        Reply reply = sim.anthropic("GET", KEYS + "/" + key.id(), admin);

        assertThat(reply.fields(""))
                .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "name",
                        "created_at",
                        "created_by",
                        "expires_at",
                        "partial_key_hint",
                        "principal",
                        "scope",
                        "workspace_id",
                        "status");
        assertThat(reply.at("/workspace_id").isNull()).isTrue();
        assertThat(reply.at("/expires_at").isNull()).isTrue();
        assertThat(reply.at("/scope")).isEqualTo(TestSim.parse("{\"type\":\"organization\"}"));
        assertThat(reply.at("/created_by/type").asText()).isEqualTo("user");
    }

    @Test
    void aKeyOfAnotherWorkspaceHasBothShapes() {
        Key key = sim.key("""
                {"provider":"anthropic","kind":"inference","workspace_id":"wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ"}""");

        Reply reply = sim.anthropic("GET", KEYS + "/" + key.id(), admin);

        assertThat(reply.text("/workspace_id")).isEqualTo("wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ");
        assertThat(reply.at("/scope")).isEqualTo(TestSim.parse("""
                {"type":"workspace","workspace_id":"wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ"}"""));
    }

    @Test
    void theHintIsTheSecretsHeadAndTail() {
        Key key = sim.anthropicKey();

        String hint = sim.anthropic("GET", KEYS + "/" + key.id(), admin).text("/partial_key_hint");

        assertThat(hint)
                .isEqualTo(key.secret().substring(0, 16) + "..."
                        + key.secret().substring(key.secret().length() - 4))
                .matches("sk-ant-api03-.{3}\\.\\.\\..{2}AA");
    }

    @Test
    void theListShowsInferenceKeysOnlyAndIsWalkedByCursor() {
        for (int i = 0; i < 5; i++) {
            sim.anthropicKey();
        }

        Set<String> seen = new HashSet<>();
        Reply page = sim.anthropic("GET", KEYS + "?limit=2", admin);
        page.at("/data").forEach(key -> seen.add(key.at("/id").asText()));
        while (page.at("/has_more").asBoolean()) {
            page = sim.anthropic("GET", KEYS + "?limit=2&after_id=" + page.text("/last_id"), admin);
            page.at("/data").forEach(key -> seen.add(key.at("/id").asText()));
        }

        assertThat(seen).hasSize(5).doesNotContain(admin.id());
    }

    @Test
    void anEmptyListHasNoIds() {
        Reply reply = sim.anthropic("GET", KEYS, admin);

        assertThat(reply.json())
                .isEqualTo(TestSim.parse("{\"data\":[],\"has_more\":false,\"first_id\":null,\"last_id\":null}"));
    }

    @Test
    void theListIsFilteredByStatus() {
        Key off = sim.anthropicKey();
        Key on = sim.anthropicKey();
        switchTo(off, "inactive");

        assertThat(sim.anthropic("GET", KEYS + "?status=inactive", admin).at("/data"))
                .hasSize(1);
        assertThat(sim.anthropic("GET", KEYS + "?status=active", admin).text("/data/0/id"))
                .isEqualTo(on.id());
    }

    @Test
    void aKeyIsRenamedSwitchedOffAndOnAgain() {
        Key key = sim.anthropicKey();

        Reply renamed = sim.anthropic("POST", KEYS + "/" + key.id(), admin, "{\"name\":\"billing\"}");

        assertThat(renamed.text("/name")).isEqualTo("billing");
        assertThat(renamed.text("/status")).isEqualTo("active");
        assertThat(switchTo(key, "inactive").text("/status")).isEqualTo("inactive");
        assertThat(switchTo(key, "active").text("/status")).isEqualTo("active");
    }

    @Test
    void anArchivedKeyStaysArchived() {
        Key key = sim.anthropicKey();
        switchTo(key, "archived");

        assertThat(switchTo(key, "active").status()).isEqualTo(400);
        assertThat(switchTo(key, "archived").text("/status")).isEqualTo("archived");
    }

    @Test
    void anExpiredKeyIsShownAsExpiredAndCannotBeActivated() {
        Key key = sim.key("""
                {"provider":"anthropic","kind":"inference","expires_at":"2099-01-01T00:00:00Z"}""");
        sim.shiftClock(Duration.ofDays(100 * 365));

        assertThat(sim.anthropic("GET", KEYS + "/" + key.id(), admin).text("/status"))
                .isEqualTo("expired");
        assertThat(switchTo(key, "active").status()).isEqualTo(400);
    }

    @Test
    void whatIsNotAnUpdateIsRefused() {
        Key key = sim.anthropicKey();

        assertThat(switchTo(key, "expired").status()).isEqualTo(400);
        assertThat(sim.anthropic("POST", KEYS + "/" + key.id(), admin, "{\"nme\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.anthropic("POST", KEYS + "/apikey_01nothing", admin, "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theDefaultWorkspaceIsListedOnlyWhenAskedFor() {
        Reply usual = sim.anthropic("GET", "/v1/organizations/workspaces", admin);
        Reply all = sim.anthropic("GET", "/v1/organizations/workspaces?include_default=true", admin);

        assertThat(usual.at("/data")).hasSize(1);
        assertThat(usual.text("/data/0/data_residency/allowed_inference_geos")).isEqualTo("unrestricted");
        assertThat(usual.at("/data/0/archived_at").isNull()).isTrue();
        assertThat(all.at("/data")).hasSize(2);
    }

    @Test
    void orderedShareOfAdminCallsFails() {
        sim.fault("{\"key\":\"" + admin.id() + "\",\"admin_fail_rate\":0.5}");

        assertThat(sim.anthropic("GET", "/v1/organizations/me", admin).status()).isEqualTo(200);
        Reply failed = sim.anthropic("GET", "/v1/organizations/me", admin);
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.text("/error/type")).isEqualTo("api_error");
        assertThat(sim.anthropic("GET", "/v1/organizations/me", admin).status()).isEqualTo(200);
    }

    private Reply switchTo(Key key, String status) {
        return sim.anthropic("POST", KEYS + "/" + key.id(), admin, "{\"status\":\"" + status + "\"}");
    }

    @Test
    void aWorkspaceIsMadeRenamedAndArchivedWithItsKeys() {
        Reply made = sim.anthropic(
                "POST", "/v1/organizations/workspaces", admin, "{\"name\":\"New\",\"tags\":{\"a\":\"b\"}}");
        String one = "/v1/organizations/workspaces/" + made.text("/id");
        Key inside = sim.key("{\"provider\":\"anthropic\",\"kind\":\"inference\",\"workspace_id\":\"%s\"}"
                .formatted(made.text("/id")));

        sim.anthropic("POST", one, admin, "{\"name\":\"Newer\"}");
        Reply archived = sim.anthropic("POST", one + "/archive", admin, "{}");

        assertThat(archived.text("/name")).isEqualTo("Newer");
        assertThat(archived.at("/archived_at").isNull()).isFalse();
        assertThat(sim.anthropic("GET", "/v1/models", inside).status()).isEqualTo(401);
        assertThat(sim.anthropic("GET", "/v1/organizations/workspaces", admin).at("/data"))
                .hasSize(1);
        assertThat(sim.anthropic("GET", "/v1/organizations/workspaces?include_archived=true", admin)
                        .at("/data"))
                .hasSize(2);
    }
}
