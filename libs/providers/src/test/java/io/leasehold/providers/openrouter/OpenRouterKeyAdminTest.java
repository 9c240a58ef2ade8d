package io.leasehold.providers.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.leasehold.providers.key.KeySpend;
import io.leasehold.providers.key.LimitReset;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenRouterKeyAdminTest {
    private static final String SECRET = "sk-or-v1-0123456789abcdef";
    /** The SHA-256 of that secret. */
    private static final String HASH = "1dacac80860598624eaf64dca04508498799b36a3a98633681e985f3c386f28d";

    private static final String WORKSPACES = "/api/v1/workspaces?limit=100&offset=0";
    private static final String KEY = "/api/v1/keys/" + HASH;

    private final FakeProvider openRouter = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(openRouter);
    private final KeyAdmin keys = new OpenRouterProvider().keyAdmin(client);
    private final Access access = openRouter.access(SECRET);

    @AfterEach
    void stop() {
        client.close();
        openRouter.close();
    }

    @Test
    void aKeyThatWorksIsValidAndNamesItsAccount() {
        current("\"is_management_key\":false,\"limit_remaining\":74.5,\"creator_user_id\":\"user_1\"");

        assertThat(((KeyCheck.Valid) keys.check(access)).account()).isEqualTo("user_1");
        assertThat(keys.checkAdmin(access)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(openRouter.asked().getFirst().header("authorization")).isEqualTo("Bearer " + SECRET);
    }

    @Test
    void aModelIsLookedForInTheList() {
        openRouter.on("GET /api/v1/models", 200, "{\"data\":[{\"id\":\"anthropic/claude-opus-5\"}]}");

        assertThat(keys.checkModel(access, "anthropic/claude-opus-5").result()).isEqualTo(ModelCheck.Result.AVAILABLE);
        assertThat(keys.checkModel(access, "claude-opus-5").result()).isEqualTo(ModelCheck.Result.NOT_AVAILABLE);
    }

    @Test
    void aManagementKeyIsNoKeyForInference() {
        current("\"is_management_key\":true,\"organization_id\":\"org_1\"");

        assertThat(keys.check(access)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(((KeyCheck.Valid) keys.checkAdmin(access)).account()).isEqualTo("org_1");
    }

    @Test
    void aKeyWhoseLimitIsUsedUpHasNoCredit() {
        current("\"limit_remaining\":0");

        assertThat(keys.check(access)).isInstanceOf(KeyCheck.NoCredit.class);
    }

    @Test
    void aBudgetOfRequestsUnderWayIsARateLimitAndNoCreditIsNot() {
        openRouter
                .on(
                        "GET /api/v1/key",
                        402,
                        "{\"error\":{\"metadata\":{\"limit_source\":\"openrouter_in_flight_budget\"}}}")
                .on("GET /api/v1/key", 402, "{\"error\":{\"metadata\":{\"limit_source\":\"openrouter_credits\"}}}");

        assertThat(keys.check(access)).isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(openRouter.calls()).hasSize(2);
    }

    @Test
    void theIdOfAKeyIsToldByItsSecret() {
        openRouter.on("GET " + KEY, 200, "{\"data\":" + key(HASH, false, null) + "}");

        assertThat(keys.identify(access, Secret.of(SECRET))).isEqualTo(new KeyIdentity.Told(HASH, "name"));
    }

    @Test
    void aKeyOfAnotherAccountIsNotOurs() {
        assertThat(keys.identify(access, Secret.of(SECRET))).isInstanceOf(KeyIdentity.None.class);
    }

    @Test
    void keysOfAllWorkspacesAndPagesAreListed() {
        String full = IntStream.range(0, 100)
                .mapToObj(i -> key("hash" + i, false, null))
                .collect(Collectors.joining(","));
        openRouter
                .on("GET " + WORKSPACES, 200, "{\"data\":[{\"id\":\"w1\"},{\"id\":\"w2\"}]}")
                .on("GET /api/v1/keys?include_disabled=true&workspace_id=w1&offset=0", 200, "{\"data\":[" + full + "]}")
                .on("GET /api/v1/keys?include_disabled=true&workspace_id=w1&offset=100", 200, "{\"data\":[]}")
                .on(
                        "GET /api/v1/keys?include_disabled=true&workspace_id=w2&offset=0",
                        200,
                        "{\"data\":[" + key("off", true, null) + "," + key("old", false, "2026-11-20T00:00:00Z")
                                + "]}");

        assertThat(keys.listKeys(access))
                .hasSize(102)
                .extracting(ProviderKey::state)
                .contains(ProviderKeyState.ACTIVE, ProviderKeyState.DISABLED, ProviderKeyState.EXPIRED);
    }

    /** The newest come first, so that one made while pages are read shifts the others. */
    @Test
    void aKeyThatIsListedTwiceCountsOnce() {
        String full = IntStream.range(0, 100)
                .mapToObj(i -> key("hash" + i, false, null))
                .collect(Collectors.joining(","));
        openRouter
                .on("GET /api/v1/keys?include_disabled=true&offset=0", 200, "{\"data\":[" + full + "]}")
                .on(
                        "GET /api/v1/keys?include_disabled=true&offset=100",
                        200,
                        "{\"data\":[" + key("hash99", false, null) + "," + key("hash100", false, null) + "]}");

        assertThat(keys.listKeys(access))
                .extracting(ProviderKey::id)
                .hasSize(101)
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutWorkspacesTheDefaultOneIsListed() {
        openRouter.on(
                "GET /api/v1/keys?include_disabled=true&offset=0", 200, "{\"data\":[" + key("h", false, null) + "]}");

        assertThat(keys.listKeys(access)).hasSize(1);
    }

    @Test
    void aKeyIsSwitchedOffAndDeleted() {
        openRouter
                .on("PATCH " + KEY, 200, "{\"data\":" + key(HASH, true, null) + "}")
                .on("DELETE " + KEY, 200, "{\"deleted\":true}")
                .on("DELETE " + KEY, 404, "{}");

        assertThat(keys.disable(access, HASH).state()).isEqualTo(ProviderKeyState.DISABLED);
        assertThat(openRouter.asked().getFirst().body()).isEqualTo("{\"disabled\":true}");
        assertThat(keys.revoke(access, HASH)).isEqualTo(new Revocation.Revoked());
        assertThat(keys.revoke(access, HASH)).isEqualTo(new Revocation.NotFound());
    }

    @Test
    void aKeyIsMadeWithItsLimitAndItsEndAndItsSecretIsToldOnce() {
        openRouter.on(
                "POST /api/v1/keys", 201, "{\"data\":%s,\"key\":\"%s\"}".formatted(key(HASH, false, null), SECRET));
        KeyLimit limit = new KeyLimit(new BigDecimal("12.50"), LimitReset.MONTHLY);

        KeyCreation made = keys.createKey(
                access, new KeyOrder("leasehold-1", limit, Instant.parse("2027-01-01T00:00:00.5Z"), "w1"));

        assertThat(made).isInstanceOfSatisfying(KeyCreation.Created.class, created -> {
            assertThat(created.key().id()).isEqualTo(HASH);
            assertThat(created.secret().reveal()).isEqualTo(SECRET);
            assertThat(created.toString()).doesNotContain(SECRET);
        });
        assertThat(openRouter.asked().getFirst().body())
                .isEqualTo("{\"limit\":12.50,\"limit_reset\":\"monthly\",\"name\":\"leasehold-1\","
                        + "\"expires_at\":\"2027-01-01T00:00:00Z\",\"workspace_id\":\"w1\"}");
    }

    @Test
    void whetherAKeyWasMadeIsUnclearWhenTheAnswerIsLost() {
        assertThat(creationOn(503)).isInstanceOf(KeyCreation.Unclear.class);
        assertThat(creationOn(201)).isInstanceOf(KeyCreation.Unclear.class);
        assertThat(creationOn(401)).isInstanceOf(KeyCreation.Refused.class);
        assertThat(creationOn(400)).isInstanceOf(KeyCreation.Refused.class);
        assertThat(creationOn(429)).isInstanceOf(KeyCreation.RateLimited.class);
    }

    @Test
    void aKeyThatWasMadeTwiceIsFoundTwiceByItsName() {
        openRouter.on(
                "GET /api/v1/keys?include_disabled=true&offset=0",
                200,
                "{\"data\":[%s,%s]}".formatted(key("a", false, null), key("b", true, null)));

        assertThat(keys.findByName(access, "name")).extracting(ProviderKey::id).containsExactly("a", "b");
        assertThat(keys.findByName(access, "nam")).isEmpty();
    }

    @Test
    void aLimitIsSetAndTakenAwayAndReadWithWhatIsSpent() {
        String spent = "{\"data\":{\"hash\":\"h\",\"limit\":100,\"limit_remaining\":74.5,\"limit_reset\":\"monthly\","
                + "\"usage\":125.5,\"usage_daily\":1.25,\"usage_monthly\":25.50,\"expires_at\":\"2027-12-31T23:59:59Z\"}}";
        openRouter.on("PATCH " + KEY, 200, spent).on("GET " + KEY, 200, spent);
        KeySpend spend = new KeySpend(
                new BigDecimal("100"),
                new BigDecimal("74.5"),
                LimitReset.MONTHLY,
                new BigDecimal("125.5"),
                new BigDecimal("1.25"),
                new BigDecimal("25.50"),
                Instant.parse("2027-12-31T23:59:59Z"));

        assertThat(keys.setLimit(access, HASH, new KeyLimit(new BigDecimal("100"), LimitReset.DAILY)))
                .isEqualTo(spend);
        keys.setLimit(access, HASH, KeyLimit.NONE);
        assertThat(keys.spend(access, HASH)).contains(spend);
        assertThat(keys.spend(access, "other")).isEmpty();
        assertThat(openRouter.asked())
                .extracting(FakeProvider.Asked::body)
                .contains("{\"limit\":100,\"limit_reset\":\"daily\"}", "{\"limit\":null,\"limit_reset\":null}");
    }

    @Test
    void workspacesAreListedAndMade() {
        openRouter
                .on("GET " + WORKSPACES, 200, "{\"data\":[{\"id\":\"w1\",\"name\":\"Default\"}]}")
                .on("POST /api/v1/workspaces", 201, "{\"data\":{\"id\":\"w2\",\"name\":\"Büro 2\"}}");

        assertThat(keys.listGroups(access)).containsExactly(new KeyGroup("w1", "Default", true));
        assertThat(keys.createGroup(access, "Büro 2")).isEqualTo(new KeyGroup("w2", "Büro 2", true));
        assertThat(openRouter.asked().getLast().body()).isEqualTo("{\"name\":\"Büro 2\",\"slug\":\"b-ro-2\"}");
    }

    private KeyCreation creationOn(int status) {
        try (FakeProvider provider = new FakeProvider()) {
            provider.on("POST /api/v1/keys", status, "{}");
            try (ProviderClient own = Clients.unwaiting(provider)) {
                return new OpenRouterProvider()
                        .keyAdmin(own)
                        .createKey(provider.access(SECRET), KeyOrder.named("leasehold-1"));
            }
        }
    }

    private void current(String members) {
        openRouter.on("GET /api/v1/key", 200, "{\"data\":{" + members + "}}");
    }

    private static String key(String hash, boolean disabled, @Nullable String expiresAt) {
        return "{\"hash\":\"%s\",\"name\":\"name\",\"label\":\"sk-or-v1-0e6...1c7\",\"disabled\":%s,\"expires_at\":%s}"
                .formatted(hash, disabled, expiresAt == null ? "null" : "\"" + expiresAt + "\"");
    }
}
