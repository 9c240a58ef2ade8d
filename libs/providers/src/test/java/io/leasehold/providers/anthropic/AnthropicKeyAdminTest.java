package io.leasehold.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnthropicKeyAdminTest {
    private static final String SECRET = "sk-ant-api03-R2DxxxxxxxxxxxxxxxxxxxxigAA";
    private static final String CHECK = "GET /v1/models?limit=1";
    private static final String LIST = "GET /v1/organizations/api_keys?limit=1000";
    private static final String KEY = "/v1/organizations/api_keys/apikey_1";

    private final FakeProvider anthropic = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(anthropic);
    private final KeyAdmin keys = new AnthropicProvider().keyAdmin(client);
    private final Access key = anthropic.access(SECRET);
    private final Access admin = anthropic.access("sk-ant-admin01-xxxxxxxxxxxxxxxx");

    @AfterEach
    void stop() {
        client.close();
        anthropic.close();
    }

    @Test
    void aKeyThatWorksIsValidAndNamesItsOrganisation() {
        anthropic.on(CHECK, 200, "{\"data\":[]}", Map.of("anthropic-organization-id", "org-1"));

        assertThat(keys.check(key))
                .isInstanceOfSatisfying(
                        KeyCheck.Valid.class,
                        valid -> assertThat(valid.account()).isEqualTo("org-1"));
        assertThat(anthropic.asked().getFirst().header("x-api-key")).isEqualTo(SECRET);
        assertThat(anthropic.asked().getFirst().header("anthropic-version")).isEqualTo("2023-06-01");
    }

    @Test
    void aModelIsLookedUpWithTheKey() {
        anthropic
                .on("GET /v1/models/claude-opus-5", 200, "{\"id\":\"claude-opus-5\"}")
                .on("GET /v1/models/claude-9", 404, error("not_found_error", "model: claude-9", null))
                .on("GET /v1/models/claude-odd", 403, error("permission_error", "no", null));

        assertThat(keys.checkModel(key, "claude-opus-5").result()).isEqualTo(ModelCheck.Result.AVAILABLE);
        assertThat(keys.checkModel(key, "claude-9").result()).isEqualTo(ModelCheck.Result.NOT_AVAILABLE);
        assertThat(keys.checkModel(key, "claude-odd").result()).isEqualTo(ModelCheck.Result.UNKNOWN);
    }

    @Test
    void everyRefusalHasItsOwnOutcome() {
        assertThat(checkOn(401, error("authentication_error", "invalid x-api-key", null)))
                .isInstanceOf(KeyCheck.Invalid.class);
        assertThat(checkOn(403, error("permission_error", "no", null))).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(checkOn(402, error("billing_error", "no", null))).isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(checkOn(400, error("invalid_request_error", "Your credit balance is too low to", null)))
                .isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(checkOn(
                        400, error("invalid_request_error", "You have reached your specified API usage limits.", null)))
                .isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(checkOn(529, error("overloaded_error", "Overloaded", null)))
                .isInstanceOf(KeyCheck.Unreachable.class);
    }

    @Test
    void theTwoFamiliesOf429AreKeptApart() {
        assertThat(checkOn(429, error("rate_limit_error", "cap", "enforced_spend_limit_reached")))
                .isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(anthropic.calls()).hasSize(1);
        assertThat(checkOn(429, error("rate_limit_error", "You have reached your API usage limits: your", null)))
                .isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(anthropic.calls()).hasSize(1);

        try (FakeProvider busy = new FakeProvider()) {
            busy.on(CHECK, 429, error("rate_limit_error", "slow down", null), Map.of("retry-after", "90"));
            assertThat(check(busy))
                    .isInstanceOfSatisfying(
                            KeyCheck.RateLimited.class,
                            limited -> assertThat(limited.waitFor()).isEqualTo(Duration.ofSeconds(90)));
        }
    }

    @Test
    void anAdminCredentialIsNoKeyAndTheOtherWayRound() {
        assertThat(keys.check(admin)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(keys.checkAdmin(key)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(anthropic.calls()).isEmpty();
    }

    @Test
    void anAdminCredentialNamesItsOrganisation() {
        anthropic.on(
                "GET /v1/organizations/me", 200, "{\"id\":\"org-1\",\"type\":\"organization\",\"name\":\"Example\"}");

        assertThat(((KeyCheck.Valid) keys.checkAdmin(admin)).account()).isEqualTo("org-1");
    }

    @Test
    void allPagesAreReadAndWhatIsUnknownIsTolerated() {
        anthropic
                .on(LIST, 200, page("""
                        {"id":"apikey_1","name":"one","partial_key_hint":"sk-ant-api03-R2D...igAA","status":"active",
                         "created_at":"2026-09-03T09:12:44.120000Z","expires_at":null,"scope":{"type":"workspace","workspace_id":"w-1"},
                         "workspace_id":"old","brand_new":{"x":1}}""", true, "apikey_1"))
                .on(LIST + "&after_id=apikey_1", 200, page("""
                        {"id":"apikey_2","name":"two","partial_key_hint":null,"status":"sleeping","workspace_id":null}""", false, "apikey_2"));

        List<ProviderKey> listed = keys.listKeys(admin);

        assertThat(listed).extracting(ProviderKey::id).containsExactly("apikey_1", "apikey_2");
        assertThat(listed)
                .extracting(ProviderKey::state)
                .containsExactly(ProviderKeyState.ACTIVE, ProviderKeyState.UNKNOWN);
        assertThat(listed).extracting(ProviderKey::group).containsExactly("w-1", null);
    }

    @Test
    void theOnlyLiveKeyWhoseHintFitsIsACandidate() {
        anthropic.on(LIST, 200, page(key("apikey_1", "active") + "," + key("apikey_2", "archived"), false, "apikey_2"));

        assertThat(keys.identify(admin, Secret.of(SECRET))).isEqualTo(new KeyIdentity.Candidate("apikey_1", "name"));
        assertThat(keys.identify(admin, Secret.of("sk-ant-api03-somebody-elses-key")))
                .isInstanceOf(KeyIdentity.None.class);
    }

    @Test
    void twoThatFitAreNone() {
        anthropic.on(LIST, 200, page(key("apikey_1", "active") + "," + key("apikey_2", "inactive"), false, "apikey_2"));

        assertThat(keys.identify(admin, Secret.of(SECRET))).isInstanceOf(KeyIdentity.None.class);
    }

    @Test
    void aKeyIsSwitchedOffAndOn() {
        anthropic.on("POST " + KEY, 200, key("apikey_1", "inactive")).on("POST " + KEY, 200, key("apikey_1", "active"));

        assertThat(keys.disable(admin, "apikey_1").state()).isEqualTo(ProviderKeyState.DISABLED);
        assertThat(keys.enable(admin, "apikey_1").state()).isEqualTo(ProviderKeyState.ACTIVE);
        assertThat(anthropic.asked())
                .extracting(FakeProvider.Asked::body)
                .containsExactly("{\"status\":\"inactive\"}", "{\"status\":\"active\"}");
    }

    @Test
    void revokingArchives() {
        anthropic.on("GET " + KEY, 200, key("apikey_1", "active")).on("POST " + KEY, 200, key("apikey_1", "archived"));

        assertThat(keys.revoke(admin, "apikey_1")).isEqualTo(new Revocation.Revoked());
        assertThat(anthropic.asked().getLast().body()).isEqualTo("{\"status\":\"archived\"}");
    }

    @Test
    void whatIsArchivedAlreadyIsLeftAlone() {
        anthropic.on("GET " + KEY, 200, key("apikey_1", "archived"));

        assertThat(keys.revoke(admin, "apikey_1")).isEqualTo(new Revocation.AlreadyRevoked());
        assertThat(anthropic.calls()).hasSize(1);
    }

    /** It can't be activated again, and archiving it may be refused: a key that is dead must not count as stuck. */
    @Test
    void whatHasExpiredIsOverAlready() {
        anthropic.on("GET " + KEY, 200, key("apikey_1", "expired")).on("POST " + KEY, 400, "{}");

        assertThat(keys.revoke(admin, "apikey_1")).isEqualTo(new Revocation.AlreadyRevoked());
        assertThat(anthropic.calls()).hasSize(1);
    }

    @Test
    void everyFailureToRevokeHasItsOwnOutcome() {
        assertThat(keys.revoke(admin, "apikey_1")).isEqualTo(new Revocation.NotFound());

        anthropic.on("GET " + KEY, 401, "{}").on("GET " + KEY, 503, "{}");
        assertThat(keys.revoke(admin, "apikey_1")).isInstanceOf(Revocation.Refused.class);
        assertThat(keys.revoke(admin, "apikey_1")).isInstanceOf(Revocation.Unreachable.class);
    }

    @Test
    void aKeyIdCanNotLeadElsewhere() {
        assertThat(keys.find(admin, "../me?x=1")).isEmpty();
        assertThat(anthropic.calls()).containsExactly("GET /v1/organizations/api_keys/..%2Fme%3Fx%3D1");
    }

    @Test
    void aListThatCanNotBeReadIsAFailure() {
        anthropic.on(LIST, 200, "{\"data\":[{\"name\":\"no id\"}]}");

        assertThatThrownBy(() -> keys.listKeys(admin)).isInstanceOf(ProviderException.class);
    }

    @Test
    void workspacesAreListedAndMade() {
        anthropic
                .on("GET /v1/organizations/workspaces?limit=1000&include_archived=true&include_default=true", 200, """
                        {"data":[{"id":"wrkspc_1","name":"Default","archived_at":null},
                         {"id":"wrkspc_2","name":"Old","archived_at":"2026-11-01T00:00:00Z"}],"has_more":false}""")
                .on("POST /v1/organizations/workspaces", 200, "{\"id\":\"wrkspc_3\",\"name\":\"New\"}");

        assertThat(keys.listGroups(admin))
                .containsExactly(new KeyGroup("wrkspc_1", "Default", true), new KeyGroup("wrkspc_2", "Old", false));
        assertThat(keys.createGroup(admin, "New")).isEqualTo(new KeyGroup("wrkspc_3", "New", true));
        assertThat(anthropic.asked().getLast().body()).isEqualTo("{\"name\":\"New\"}");
    }

    @Test
    void keysAreMadeInItsConsoleOnly() {
        assertThatThrownBy(() -> keys.createKey(admin, KeyOrder.named("x")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(new AnthropicProvider().capabilityMatrix())
                .filteredOn(support -> support.capability() == Capability.CREATE_KEY)
                .singleElement()
                .satisfies(support ->
                        assertThat(support.manualStep()).contains("Console").doesNotContain("%s"));
    }

    private KeyCheck checkOn(int status, String body) {
        try (FakeProvider fresh = new FakeProvider()) {
            fresh.on(CHECK, status, body);
            anthropic.asked().clear();
            KeyCheck check = check(fresh);
            anthropic.asked().addAll(fresh.asked());
            return check;
        }
    }

    private static KeyCheck check(FakeProvider other) {
        try (ProviderClient client = Clients.unwaiting(other)) {
            return new AnthropicProvider().keyAdmin(client).check(other.access(SECRET));
        }
    }

    private static String error(String type, String message, @Nullable String code) {
        String details = code == null ? "" : ",\"details\":{\"error_code\":\"" + code + "\"}";
        return "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"%s}}"
                .formatted(type, message, details);
    }

    private static String key(String id, String status) {
        return """
                {"id":"%s","name":"name","partial_key_hint":"sk-ant-api03-R2D...igAA","status":"%s"}""".formatted(id, status);
    }

    private static String page(String keys, boolean more, String last) {
        return "{\"data\":[%s],\"has_more\":%s,\"last_id\":\"%s\"}".formatted(keys, more, last);
    }
}
