package io.leasehold.providers.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenRouterKeyAdminTest {
    private static final String SECRET = "sk-or-v1-0123456789abcdef";
    /** The SHA-256 of that secret. */
    private static final String HASH = "1dacac80860598624eaf64dca04508498799b36a3a98633681e985f3c386f28d";

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
                .on("GET /api/v1/workspaces", 200, "{\"data\":[{\"id\":\"w1\"},{\"id\":\"w2\"}]}")
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

    private void current(String members) {
        openRouter.on("GET /api/v1/key", 200, "{\"data\":{" + members + "}}");
    }

    private static String key(String hash, boolean disabled, @Nullable String expiresAt) {
        return "{\"hash\":\"%s\",\"name\":\"name\",\"label\":\"sk-or-v1-0e6...1c7\",\"disabled\":%s,\"expires_at\":%s}"
                .formatted(hash, disabled, expiresAt == null ? "null" : "\"" + expiresAt + "\"");
    }
}
