package io.leasehold.providers.mistral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistralKeyAdminTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz12abcd";
    private static final String ME = """
            {"id":"0a1b2c3d","email":"ops@example.com","first_name":null,"workspace":{"id":"5f0e","name":"Default"},
             "organization":{"id":"7c1d","name":"Example"},"api_key":{"id":"c2b7","name":"prod-key"}}""";
    private static final String KEYS = "/v1/admin/api-keys";
    private static final String FIRST_PAGE = "GET " + KEYS + "?limit=100&offset=0";
    private static final String WORKSPACES = "GET /v1/admin/workspaces?page_size=25&is_archived=";

    private final FakeProvider mistral = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(mistral);
    private final KeyAdmin keys = new MistralProvider().keyAdmin(client);
    private final Access key = mistral.access(SECRET);
    private final Access admin = mistral.access("adminadminadminadminadminadmin12");

    @AfterEach
    void stop() {
        client.close();
        mistral.close();
    }

    @Test
    void aKeyThatWorksNamesItsOrganisation() {
        mistral.on("GET /v1/users/me", 200, ME);

        assertThat(((KeyCheck.Valid) keys.check(key)).account()).isEqualTo("7c1d");
        assertThat(mistral.asked().getFirst().header("authorization")).isEqualTo("Bearer " + SECRET);
    }

    @Test
    void whereNobodyTellsWhoAKeyIsOfItsModelsProveIt() {
        mistral.on("GET /v1/users/me", 404, "{\"detail\":\"Not Found\"}")
                .on("GET /v1/models", 200, "{\"object\":\"list\",\"data\":[]}");

        assertThat(((KeyCheck.Valid) keys.check(key)).account()).isNull();
        mistral.on("GET /v1/models", 401, "{\"detail\":\"Unauthorized\"}");
        assertThat(keys.check(key)).isInstanceOf(KeyCheck.Valid.class);
        assertThat(keys.check(key)).isInstanceOf(KeyCheck.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "401|{\"detail\":\"Unauthorized\"}|invalid|Unauthorized",
                "401|{\"message\":\"Unauthorized\",\"request_id\":\"r\"}|invalid|Unauthorized",
                "402|{\"message\":\"Payment required\"}|no_credit|Payment",
                "403|{\"message\":\"The workspace is suspended until next month\"}|no_credit|suspended",
                "403|{\"message\":\"No access\"}|forbidden|No access",
                "429|{\"message\":\"Requests rate limit exceeded\",\"type\":\"rate_limited\",\"code\":\"1300\"}|rate_limited|rate",
                "429|{\"message\":\"Service tier capacity exceeded\",\"type\":\"service_tier_capacity_exceeded\",\"code\":\"3505\"}|rate_limited|capacity",
                "429|{\"message\":\"Monthly spend limit reached\",\"type\":\"limit_reached\"}|no_credit|Monthly",
                "422|{\"object\":\"error\",\"message\":{\"detail\":[{\"loc\":[\"body\",\"messages\"],\"msg\":\"Field required\",\"type\":\"missing\"}]}}|unreachable|Field required",
                "422|{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"Too long\",\"type\":\"x\"},{\"msg\":\"Too odd\"}]}|unreachable|Too long; Too odd",
                "500|{}|unreachable|500",
                "503|{\"message\":\"Overloaded\"}|unreachable|Overloaded"
            })
    void everyErrorHasItsMeaningAndItsWords(int status, String body, String result, String words) {
        mistral.on("GET /v1/users/me", status, body);

        KeyCheck check = keys.check(key);

        assertThat(check.result()).isEqualTo(result);
        assertThat(check.message()).contains(words).doesNotContain(SECRET);
    }

    @Test
    void aRateLimitSaysHowLong() {
        mistral.on("GET /v1/users/me", 429, "{\"type\":\"rate_limited\"}", Map.of("retry-after", "90"));

        assertThat(((KeyCheck.RateLimited) keys.check(key)).waitFor()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aModelIsKnownByItsNameAndItsOtherNames() {
        mistral.on("GET /v1/models", 200, """
                {"object":"list","data":[{"id":"mistral-large-2512","aliases":["mistral-large-latest"]}]}""");

        assertThat(keys.checkModel(key, "mistral-large-2512").result()).isEqualTo(ModelCheck.Result.AVAILABLE);
        assertThat(keys.checkModel(key, "mistral-large-latest").result()).isEqualTo(ModelCheck.Result.AVAILABLE);
        assertThat(keys.checkModel(key, "foo").result()).isEqualTo(ModelCheck.Result.NOT_AVAILABLE);
    }

    @Test
    void anAdminKeyIsCheckedByWhatOnlyItMayDo() {
        mistral.on("GET " + KEYS + "?limit=1&offset=0", 200, "{\"keys\":[]}");

        assertThat(keys.checkAdmin(admin)).isInstanceOf(KeyCheck.Valid.class);
    }

    @Test
    void anAdminKeyThatIsNotTakenInOneHeaderIsTriedInTheOther() {
        mistral.on(FIRST_PAGE, 401, "{\"detail\":\"Unauthorized\"}").on(FIRST_PAGE, 200, "{\"keys\":[]}");

        assertThat(keys.listKeys(admin)).isEmpty();

        assertThat(mistral.asked()).hasSize(2);
        assertThat(mistral.asked().getFirst().header("authorization")).startsWith("Bearer admin");
        assertThat(mistral.asked().getLast().header("authorization")).isEmpty();
        assertThat(mistral.asked().getLast().header("x-api-key")).startsWith("admin");
    }

    @Test
    void keysAreListedWithAllThatIsToldOfThem() {
        mistral.on(FIRST_PAGE, 200, """
                {"keys":[{"key_id":"c2b7d1c0","key":null,"name":"prod-key","hidden_key":"****************abcd",
                  "created_at":"2026-05-01T10:00:00Z","expiration_date":null,"workspace_id":"5f0e","workspace_name":"Default"},
                 {"key_id":"d3c8","name":null,"hidden_key":null,"created_at":null,"expiration_date":"2026-11-01T00:00:00Z"}]}""");

        assertThat(keys.listKeys(admin))
                .containsExactly(
                        new ProviderKey(
                                "c2b7d1c0",
                                "prod-key",
                                "****************abcd",
                                ProviderKeyState.ACTIVE,
                                Instant.parse("2026-05-01T10:00:00Z"),
                                null,
                                "5f0e"),
                        new ProviderKey(
                                "d3c8",
                                "d3c8",
                                null,
                                ProviderKeyState.EXPIRED,
                                null,
                                Instant.parse("2026-11-01T00:00:00Z"),
                                null));
        assertThat(keys.identify(admin, Secret.of(SECRET)))
                .isEqualTo(new KeyIdentity.Candidate("c2b7d1c0", "prod-key"));
        assertThat(keys.identify(admin, Secret.of("abcdefghijklmnopqrstuvwxyz12wxyz")))
                .isInstanceOf(KeyIdentity.None.class);
        assertThat(keys.find(admin, "c2b7d1c0").orElseThrow().name()).isEqualTo("prod-key");
        assertThat(keys.find(admin, "gone")).isEmpty();
    }

    @Test
    void listsAreReadToTheirEnd() {
        String full = IntStream.range(0, 100)
                .mapToObj(i -> "{\"key_id\":\"k%d\",\"name\":\"n\"}".formatted(i))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        mistral.on(FIRST_PAGE, 200, full)
                .on("GET " + KEYS + "?limit=100&offset=100", 200, "{\"keys\":[{\"key_id\":\"last\",\"name\":\"n\"}]}");

        assertThat(keys.listKeys(admin)).hasSize(101);
        assertThat(keys.findByName(admin, "n")).hasSize(101);
    }

    @Test
    void aKeyIsMadeForTheAdminsUserInTheDefaultWorkspace() {
        mistral.on("GET /v1/users/me", 200, ME)
                .on(WORKSPACES + "false&page=1", 200, """
                        {"total":2,"items":[{"uuid":"w1","name":"Other","is_default":false},{"uuid":"5f0e","name":"Default","is_default":true}]}""")
                .on("POST " + KEYS, 200, """
                        {"key_id":"c2b7","key":"%s","name":"leasehold-1","hidden_key":"****************abcd","workspace_id":"5f0e"}""".formatted(SECRET));

        KeyCreation made = keys.createKey(
                admin, new KeyOrder("leasehold-1", KeyLimit.NONE, Instant.parse("2026-12-01T00:00:00.5Z"), null));

        assertThat(made).isInstanceOfSatisfying(KeyCreation.Created.class, created -> {
            assertThat(created.secret().reveal()).isEqualTo(SECRET);
            assertThat(created.key().id()).isEqualTo("c2b7");
            assertThat(created.key().group()).isEqualTo("5f0e");
        });
        assertThat(mistral.asked().getLast().body()).isEqualTo("""
                {"name":"leasehold-1","expiration":"2026-12-01T00:00:00Z","workspace_uuid":"5f0e","user_id":"0a1b2c3d"}""");
    }

    @Test
    void whatCanNotBeOrderedIsRefusedAndAnAnswerThatIsLostIsUnclear() {
        KeyLimit limit = new KeyLimit(BigDecimal.TEN, null);
        assertThat(keys.createKey(admin, new KeyOrder("a", limit, null, null))).isInstanceOf(KeyCreation.Refused.class);
        assertThat(keys.createKey(admin, inWorkspace())).isInstanceOf(KeyCreation.Refused.class);

        mistral.on("GET /v1/users/me", 200, ME).on("POST " + KEYS, 500, "{}").on("POST " + KEYS, 200, "{}");

        assertThat(keys.createKey(admin, inWorkspace())).isInstanceOf(KeyCreation.Unclear.class);
        assertThat(keys.createKey(admin, inWorkspace())).isInstanceOf(KeyCreation.Unclear.class);
        assertThat(mistral.calls()).filteredOn(call -> call.startsWith("POST")).hasSize(2);
    }

    @Test
    void aKeyIsDeletedAndOneThatIsGoneIsNotFound() {
        mistral.on("DELETE " + KEYS + "/c2b7", 200, "{\"detail\":\"Deleted\"}")
                .on("DELETE " + KEYS + "/kept", 403, "{\"detail\":\"not_allowed\"}");

        assertThat(keys.revoke(admin, "c2b7")).isEqualTo(new Revocation.Revoked());
        assertThat(keys.revoke(admin, "gone")).isEqualTo(new Revocation.NotFound());
        assertThat(keys.revoke(admin, "kept")).isInstanceOf(Revocation.Refused.class);
    }

    @Test
    void aKeyCanNotBeSwitchedOff() {
        assertThatThrownBy(() -> keys.disable(admin, "c2b7"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("disable_key");
    }

    @Test
    void workspacesAreListedWithThoseThatAreArchivedAndMade() {
        mistral.on(WORKSPACES + "false&page=1", 200, """
                        {"total":1,"items":[{"uuid":"5f0e","name":"Default","description":null,"members_count":4,
                         "spend_limit":{"value":200.0,"currency":"EUR","no_monthly_limit":false},"is_default":true}],"object":"list","page":1,"page_size":25}""")
                .on(WORKSPACES + "true&page=1", 200, "{\"total\":1,\"items\":[{\"uuid\":\"0ld\",\"name\":\"Old\"}]}")
                .on("POST /v1/admin/workspaces", 200, "{\"uuid\":\"new\",\"name\":\"New\"}");

        assertThat(keys.listGroups(admin))
                .containsExactly(new KeyGroup("5f0e", "Default", true), new KeyGroup("0ld", "Old", false));
        assertThat(keys.createGroup(admin, "New")).isEqualTo(new KeyGroup("new", "New", true));
        assertThat(mistral.asked().getLast().body()).isEqualTo("{\"name\":\"New\"}");
    }

    @Test
    void anOrganisationWithoutAnAdminApiSaysSo() {
        assertThatThrownBy(() -> keys.listKeys(admin))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.failure()).isEqualTo(Failure.NOT_FOUND));
    }

    private static KeyOrder inWorkspace() {
        return new KeyOrder("a", KeyLimit.NONE, null, "5f0e");
    }
}
