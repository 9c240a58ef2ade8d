package io.leasehold.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureKeyAdminTest {
    private static final String GROUP = "/subscriptions/s-1/resourceGroups/rg-1";
    private static final String ACCOUNT = GROUP + "/providers/Microsoft.CognitiveServices/accounts/my-aoai";
    private static final String CREDENTIAL = """
            {"tenantId":"t-1","clientId":"c-1","clientSecret":"very~secret","resourceId":"%s"}""".formatted(ACCOUNT);
    private static final String VERSION = "?api-version=2025-09-01";
    private static final String CHECK = "GET /openai/v1/models";
    private static final String LIST = "POST " + ACCOUNT + "/listKeys" + VERSION;
    private static final String REGENERATE = "POST " + ACCOUNT + "/regenerateKey" + VERSION;
    private static final String COSTS =
            "POST " + GROUP + "/providers/Microsoft.CostManagement/query?api-version=2022-10-01";
    private static final String KEY1 = "11111111111111111111111111111111";
    private static final String KEY2 = "22222222222222222222222222222222";
    private static final String NEW1 = "33333333333333333333333333333333";
    private static final String ID1 = "key1-" + Secret.of(KEY1).sha256().substring(0, 16);
    private static final String ID2 = "key2-" + Secret.of(KEY2).sha256().substring(0, 16);

    private final FakeProvider azure = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(azure);
    private final AzureOpenAiProvider provider = new AzureOpenAiProvider();
    private final KeyAdmin keys = provider.keyAdmin(client);
    private final Access key = azure.access(KEY1);
    private final Access admin = azure.access(CREDENTIAL);

    @BeforeEach
    void aResourceWithTwoKeys() {
        azure.on(
                        "POST /t-1/oauth2/v2.0/token",
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"eyJ.token\"}")
                .on(
                        "GET " + ACCOUNT + VERSION,
                        200,
                        "{\"name\":\"my-aoai\",\"properties\":{\"disableLocalAuth\":false}}")
                .on(LIST, 200, keys(KEY1, KEY2));
    }

    @AfterEach
    void stop() {
        client.close();
        azure.close();
    }

    @Test
    void aKeyThatWorksIsValid() {
        azure.on(CHECK, 200, "{\"data\":[]}");

        assertThat(keys.check(key)).isInstanceOf(KeyCheck.Valid.class);
        assertThat(azure.asked().getFirst().header("api-key")).isEqualTo(KEY1);
        assertThat(keys.check(admin)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(keys.checkModel(key, "chat-prod").result()).isEqualTo(ModelCheck.Result.UNKNOWN);
    }

    /** Each resource has its own address, and nobody is called in its place. */
    @Test
    void withoutAnAddressNothingIsSent() {
        KeyCheck check = keys.check(new Access(provider.defaultBaseUrl(), Secret.of(KEY1)));

        assertThat(check).isInstanceOf(KeyCheck.Unreachable.class);
        assertThat(check.message()).contains("endpoint");
        assertThat(azure.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 401, invalid",
        "403, Forbidden, forbidden",
        "403, insufficient_quota, no_credit",
        "404, 404, unreachable",
        "408, Timeout, unreachable",
        "429, 429, rate_limited",
        "429, RateLimitReached, rate_limited",
        "500, InternalServerError, unreachable",
        "503, 503, unreachable"
    })
    void everyErrorMeansWhatItMeans(int status, String code, String result) {
        azure.on(CHECK, status, "{\"error\":{\"code\":\"%s\",\"message\":\"No.\"}}".formatted(code));

        assertThat(keys.check(key).result()).isEqualTo(result);
    }

    @Test
    void howLongToWaitStandsInWordsTooAndForCostsInAHeaderOfItsOwn() {
        azure.on(CHECK, 429, "{\"error\":{\"code\":\"429\",\"message\":\"Too fast. Please retry after 86 seconds.\"}}");
        assertThat(((KeyCheck.RateLimited) keys.check(key)).waitFor()).isEqualTo(Duration.ofSeconds(86));

        try (FakeProvider busy = new FakeProvider();
                ProviderClient other = Clients.unwaiting(busy)) {
            busy.on(
                    CHECK,
                    429,
                    "{\"error\":{\"code\":\"429\",\"message\":\"x\"}}",
                    Map.of("x-ms-ratelimit-microsoft.costmanagement-entity-retry-after", "45"));
            assertThat(((KeyCheck.RateLimited) provider.keyAdmin(other).check(busy.access(KEY1))).waitFor())
                    .isEqualTo(Duration.ofSeconds(45));
        }
    }

    @Test
    void anApplicationSignsInWithItsSecret() {
        KeyCheck check = keys.checkAdmin(admin);

        assertThat(((KeyCheck.Valid) check).account()).isEqualTo("my-aoai");
        assertThat(azure.asked().getFirst().body().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials",
                        "client_id=c-1",
                        "client_secret=very%7Esecret",
                        "scope=https%3A%2F%2Fmanagement.azure.com%2F.default");
        assertThat(azure.asked().getLast().header("authorization")).isEqualTo("Bearer eyJ.token");
    }

    @Test
    void aCredentialMayBeGivenInBase64() {
        String encoded = Base64.getEncoder().encodeToString(CREDENTIAL.getBytes(StandardCharsets.UTF_8));

        assertThat(keys.checkAdmin(azure.access(encoded))).isInstanceOf(KeyCheck.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-json",
                "{}",
                "{\"tenantId\":\"t\",\"clientId\":\"c\",\"clientSecret\":\"s\",\"resourceId\":\"/subscriptions/s/../x\"}"
            })
    void whatIsNoCredentialIsNotAccepted(String given) {
        assertThat(keys.checkAdmin(azure.access(given))).isInstanceOf(KeyCheck.Invalid.class);
        assertThat(azure.calls()).isEmpty();
    }

    @Test
    void aWrongSecretOfTheApplicationIsInvalid() {
        try (FakeProvider strict = new FakeProvider();
                ProviderClient other = Clients.unwaiting(strict)) {
            strict.on("POST /t-1/oauth2/v2.0/token", 401, """
                    {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215]}""");

            assertThat(provider.keyAdmin(other).checkAdmin(strict.access(CREDENTIAL)))
                    .isInstanceOf(KeyCheck.Invalid.class);
        }
    }

    @Test
    void bothKeysAreListedWithoutTheirSecrets() {
        List<ProviderKey> listed = keys.listKeys(admin);

        assertThat(listed)
                .containsExactly(
                        new ProviderKey(ID1, "Key1", null, ProviderKeyState.ACTIVE, null, null, null),
                        new ProviderKey(ID2, "Key2", null, ProviderKeyState.ACTIVE, null, null, null));
        assertThat(listed.toString()).doesNotContain(KEY1, KEY2);
    }

    @Test
    void whichOfTheTwoASecretIsIsTold() {
        assertThat(keys.identify(admin, Secret.of(KEY2))).isEqualTo(new KeyIdentity.Told(ID2, "Key2"));
        assertThat(keys.identify(admin, Secret.of(NEW1))).isInstanceOf(KeyIdentity.None.class);
    }

    /** Once another key stands in its place, the old one has ended, and the new one is left alone. */
    @Test
    void aKeyIsEndedByAnotherInItsPlaceAndOnlyOnce() {
        azure.on(LIST, 200, keys(NEW1, KEY2)).on(REGENERATE, 200, keys(NEW1, KEY2));

        assertThat(keys.revoke(admin, ID1)).isInstanceOf(Revocation.Revoked.class);
        assertThat(keys.revoke(admin, ID1)).isInstanceOf(Revocation.AlreadyRevoked.class);
        assertThat(keys.find(admin, ID1))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(ProviderKeyState.REVOKED));
        assertThat(keys.find(admin, ID2))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(ProviderKeyState.ACTIVE));
        assertThat(keys.revoke(admin, "key9-x")).isInstanceOf(Revocation.NotFound.class);
        assertThat(keys.find(admin, "key9-x")).isEmpty();
        assertThat(azure.asked().stream().filter(asked -> asked.call().equals(REGENERATE)))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"keyName\":\"Key1\"}"));
    }

    /** It may have been ended by the first call; the next look tells. */
    @Test
    void aKeyIsNotEndedTwiceByItself() {
        azure.on(REGENERATE, 500, "{\"error\":{\"code\":\"500\",\"message\":\"x\"}}");

        assertThat(keys.revoke(admin, ID1)).isInstanceOf(Revocation.Unreachable.class);
        assertThat(azure.calls()).containsOnlyOnce(REGENERATE);
    }

    /** Columns are found by name; the next page is asked for by the same question, at our own address. */
    @Test
    void costsAreReadByMeter() {
        azure.on(COSTS, 200, """
                        {"properties":{"nextLink":"https://management.azure.com%s/providers/Microsoft.CostManagement/query?api-version=2022-10-01&$skiptoken=abc",
                         "columns":[{"name":"Cost","type":"Number"},{"name":"UsageDate","type":"Number"},{"name":"ResourceId","type":"String"},{"name":"Meter","type":"String"},{"name":"Currency","type":"String"}],
                         "rows":[[1.2345,20261118,"%s","gpt 4.1 Inp glbl Tokens","EUR"],[9,20261118,"/subscriptions/s-1/x","other","EUR"]]}}""".formatted(GROUP, ACCOUNT.toLowerCase(Locale.ROOT)))
                .on(COSTS + "&$skiptoken=abc", 200, """
                        {"properties":{"nextLink":null,"columns":[{"name":"Currency"},{"name":"Meter"},{"name":"ResourceId"},{"name":"UsageDate"},{"name":"Cost"}],
                         "rows":[["EUR","gpt 4.1 Outp glbl Tokens","%s",20261119,0.5]]}}""".formatted(ACCOUNT));

        CostReport report = provider.costReports(client)
                .orElseThrow()
                .read(admin, Instant.parse("2026-11-18T00:00:00Z"), Instant.parse("2026-11-20T00:00:00Z"));

        assertThat(report.lines())
                .containsExactly(
                        new CostReport.Line(null, null, new BigDecimal("1.2345"), "EUR", "gpt 4.1 Inp glbl Tokens"),
                        new CostReport.Line(null, null, new BigDecimal("0.5"), "EUR", "gpt 4.1 Outp glbl Tokens"));
        assertThat(report.perKey()).isFalse();
        assertThat(report.complete()).isFalse();
        assertThat(azure.asked().getLast().body()).isEqualTo("""
                {"type":"ActualCost","timeframe":"Custom","timePeriod":{"from":"2026-11-18T00:00:00Z","to":"2026-11-19T23:59:59Z"},\
                "dataset":{"granularity":"Daily","aggregation":{"totalCost":{"name":"Cost","function":"Sum"}},\
                "grouping":[{"type":"Dimension","name":"ResourceId"},{"type":"Dimension","name":"Meter"}],\
                "filter":{"dimensions":{"name":"ResourceId","operator":"In","values":["%s"]}}}}""".formatted(ACCOUNT));
    }

    private static String keys(String one, String two) {
        return "{\"key1\":\"%s\",\"key2\":\"%s\"}".formatted(one, two);
    }
}
