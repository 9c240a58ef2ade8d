package io.leasehold.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiKeyAdminTest {
    private static final String SECRET = "sk-svcacct-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxyz";
    private static final String CHECK = "GET /v1/models";
    private static final String PROJECTS = "/v1/organization/projects";
    private static final String KEYS = PROJECTS + "/proj_1/api_keys";
    private static final String ACCOUNTS = PROJECTS + "/proj_1/service_accounts";

    private final FakeProvider openAi = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(openAi);
    private final KeyAdmin keys = new OpenAiProvider().keyAdmin(client);
    private final Access key = openAi.access(SECRET);
    private final Access admin = openAi.access("sk-admin-xxxxxxxxxxxxxxxx");

    @BeforeEach
    void twoProjects() {
        openAi.on("GET " + PROJECTS + "?limit=100&include_archived=true", 200, """
                {"data":[{"id":"proj_0","name":"Old","status":"archived"},
                 {"id":"proj_1","name":"Default project","status":"active"}],"has_more":false,"last_id":"proj_1"}""");
    }

    @AfterEach
    void stop() {
        client.close();
        openAi.close();
    }

    @Test
    void aKeyThatWorksIsValidAndNamesItsOrganisation() {
        openAi.on(CHECK, 200, "{\"data\":[]}", Map.of("openai-organization", "org-1"));

        assertThat(((KeyCheck.Valid) keys.check(key)).account()).isEqualTo("org-1");
        assertThat(openAi.asked().getFirst().header("authorization")).isEqualTo("Bearer " + SECRET);
        assertThat(keys.check(admin)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(keys.checkAdmin(key)).isInstanceOf(KeyCheck.Forbidden.class);
    }

    @Test
    void aModelIsLookedUpWithTheKey() {
        openAi.on("GET /v1/models/gpt-5.6", 200, "{\"id\":\"gpt-5.6\"}")
                .on("GET /v1/models/gpt-9", 404, error("invalid_request_error", "model_not_found", "None"));

        assertThat(keys.checkModel(key, "gpt-5.6").result()).isEqualTo(ModelCheck.Result.AVAILABLE);
        assertThat(keys.checkModel(key, "gpt-9").result()).isEqualTo(ModelCheck.Result.NOT_AVAILABLE);
    }

    @Test
    void anAdminKeyIsCheckedByWhatOnlyItMayDo() {
        openAi.on("GET " + PROJECTS + "?limit=1", 200, "{\"data\":[]}");

        assertThat(keys.checkAdmin(admin)).isInstanceOf(KeyCheck.Valid.class);
    }

    /** A 403 on the list of models does not prove that a key is dead. */
    @Test
    void aRestrictedKeyIsAKeyAllTheSame() {
        assertThat(checkOn(403, error("invalid_request_error", null, "Missing scopes: api.model.read")))
                .isInstanceOf(KeyCheck.Valid.class);
        assertThat(checkOn(403, error("request_forbidden", "unsupported_country_region_territory", "Not here")))
                .isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(checkOn(401, error("invalid_request_error", "invalid_api_key", "Incorrect")))
                .isInstanceOf(KeyCheck.Invalid.class);
        assertThat(checkOn(503, error("server_error", null, "Overloaded"))).isInstanceOf(KeyCheck.Unreachable.class);
    }

    @Test
    void theTwoFamiliesOf429AreKeptApart() {
        assertThat(checkOn(429, error("insufficient_quota", "credit_balance_exhausted", "none left")))
                .isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(checkOn(429, error("billing", "project_spend_limit_exceeded", "limit")))
                .isInstanceOf(KeyCheck.NoCredit.class);
        try (FakeProvider busy = new FakeProvider()) {
            busy.on(CHECK, 429, error("requests", "rate_limit_exceeded", "slow"), Map.of("retry-after", "90"));

            assertThat(((KeyCheck.RateLimited) checkAt(busy)).waitFor()).isEqualTo(Duration.ofSeconds(90));
        }
    }

    @Test
    void aKeyIsAServiceAccountsInTheDefaultProject() {
        openAi.on("POST " + ACCOUNTS, 200, """
                {"id":"svc_acct_1","name":"leasehold-1","api_key":{"id":"key_2","name":"Secret Key","value":"%s",
                 "created_at":1795136400,"expires_at":1795222800}}""".formatted(SECRET));

        KeyCreation made = keys.createKey(
                admin, new KeyOrder("leasehold-1", KeyLimit.NONE, Clients.NOW.plus(Duration.ofDays(1)), null));

        assertThat(made).isInstanceOfSatisfying(KeyCreation.Created.class, created -> {
            assertThat(created.secret().reveal()).isEqualTo(SECRET);
            assertThat(created.key())
                    .isEqualTo(new ProviderKey(
                            "key_2",
                            "leasehold-1",
                            "sk-svcacct-...xyz",
                            ProviderKeyState.ACTIVE,
                            Instant.ofEpochSecond(1795136400),
                            Instant.ofEpochSecond(1795222800),
                            "proj_1"));
        });
        assertThat(openAi.asked().getLast().body())
                .isEqualTo("{\"name\":\"leasehold-1\",\"expires_in_seconds\":86400}");
    }

    @Test
    void whatCanNotBeOrderedIsRefusedAndAnAnswerThatIsLostIsUnclear() {
        KeyLimit limit = new KeyLimit(BigDecimal.TEN, null);
        openAi.on("POST " + ACCOUNTS, 500, "{}");

        assertThat(keys.createKey(admin, new KeyOrder("a", limit, null, null))).isInstanceOf(KeyCreation.Refused.class);
        assertThat(keys.createKey(admin, new KeyOrder("a", KeyLimit.NONE, Clients.NOW, "proj_1")))
                .isInstanceOf(KeyCreation.Refused.class);
        assertThat(keys.createKey(admin, KeyOrder.named("a"))).isInstanceOf(KeyCreation.Unclear.class);
        assertThat(openAi.calls()).filteredOn(call -> call.startsWith("POST")).hasSize(1);
    }

    @Test
    void keysOfAllProjectsAreListedUnderTheNamesOfTheirAccounts() {
        listed();

        assertThat(keys.listKeys(admin))
                .extracting(ProviderKey::id, ProviderKey::name, ProviderKey::state, ProviderKey::group)
                .containsExactly(
                        tuple("key_0", "gone", ProviderKeyState.DISABLED, "proj_0"),
                        tuple("key_1", "ci", ProviderKeyState.EXPIRED, "proj_1"),
                        tuple("key_2", "leasehold-1", ProviderKeyState.ACTIVE, "proj_1"));
        assertThat(keys.findByName(admin, "leasehold-1"))
                .extracting(ProviderKey::id)
                .containsExactly("key_2");
        assertThat(keys.identify(admin, Secret.of(SECRET)))
                .isEqualTo(new KeyIdentity.Candidate("key_2", "leasehold-1"));
    }

    @Test
    void aKeyIsFoundInWhateverProjectItIs() {
        openAi.on("GET " + KEYS + "/key_2", 200, account("key_2", "svc_acct_1"));

        assertThat(keys.find(admin, "key_2").orElseThrow().group()).isEqualTo("proj_1");
        assertThat(keys.find(admin, "key_9")).isEmpty();
    }

    @Test
    void anAccountGoesWithItsOnlyKey() {
        listed();
        openAi.on("GET " + KEYS + "/key_2", 200, account("key_2", "svc_acct_1"))
                .on("DELETE " + ACCOUNTS + "/svc_acct_1", 200, "{\"deleted\":true}");

        assertThat(keys.revoke(admin, "key_2")).isEqualTo(new Revocation.Revoked());
        assertThat(keys.revoke(admin, "key_9")).isEqualTo(new Revocation.NotFound());
    }

    @Test
    void anAccountWithAnotherKeyStays() {
        openAi.on("GET " + KEYS + "/key_2", 200, account("key_2", "svc_acct_1"))
                .on(
                        "GET " + KEYS + "?limit=100",
                        200,
                        "{\"data\":[%s,%s]}".formatted(account("key_2", "svc_acct_1"), account("key_3", "svc_acct_1")))
                .on("DELETE " + KEYS + "/key_2", 200, "{\"deleted\":true}");

        assertThat(keys.revoke(admin, "key_2")).isEqualTo(new Revocation.Revoked());
    }

    @Test
    void aKeyCanNotBeSwitchedOff() {
        assertThatThrownBy(() -> keys.disable(admin, "key_2"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("disable_key");
    }

    @Test
    void projectsAreListedAndMade() {
        openAi.on("POST " + PROJECTS, 200, "{\"id\":\"proj_2\",\"name\":\"New\",\"status\":\"active\"}");

        assertThat(keys.listGroups(admin))
                .containsExactly(new KeyGroup("proj_0", "Old", false), new KeyGroup("proj_1", "Default project", true));
        assertThat(keys.createGroup(admin, "New")).isEqualTo(new KeyGroup("proj_2", "New", true));
    }

    private void listed() {
        openAi.on("GET " + PROJECTS + "/proj_0/api_keys?limit=100", 200, """
                        {"data":[{"id":"key_0","name":"gone","owner_project_access":"inactive","owner":{"type":"user"}}]}""")
                .on("GET " + KEYS + "?limit=100", 200, """
                        {"data":[{"id":"key_1","name":"ci","expires_at":1787536000,"owner":{"type":"user"}}],
                         "has_more":true,"last_id":"key_1"}""")
                .on(
                        "GET " + KEYS + "?limit=100&after=key_1",
                        200,
                        "{\"data\":[" + account("key_2", "svc_acct_1") + "],\"has_more\":false}");
    }

    private static KeyCheck checkOn(int status, String body) {
        try (FakeProvider provider = new FakeProvider()) {
            provider.on(CHECK, status, body);
            return checkAt(provider);
        }
    }

    private static KeyCheck checkAt(FakeProvider provider) {
        try (ProviderClient own = Clients.unwaiting(provider)) {
            return new OpenAiProvider().keyAdmin(own).check(provider.access(SECRET));
        }
    }

    private static String account(String id, String account) {
        return """
                {"id":"%s","name":"Secret Key","redacted_value":"sk-svcacct-...xyz","owner_project_access":"active",
                 "owner":{"type":"service_account","service_account":{"id":"%s","name":"leasehold-1"}}}""".formatted(id, account);
    }

    private static String error(String type, @Nullable String code, String message) {
        return "{\"error\":{\"type\":\"%s\",\"code\":%s,\"message\":\"%s\"}}"
                .formatted(type, code == null ? "null" : "\"" + code + "\"", message);
    }
}
