package io.leasehold.providers.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleKeyAdminTest {
    private static final String SECRET = "AIzaxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    private static final String CHECK = "GET /v1beta/models?pageSize=1";
    private static final String KEYS = "/v2/projects/p-1/locations/global/keys";
    private static final String UID = "5f1c2e0a-9a0e-4a54-8d7c-6f0b7b1f0e33";
    private static final String NAME = "projects/123456789/locations/global/keys/" + UID;
    private static final String LISTED = """
            {"name":"%s","uid":"%s","displayName":"gemini-prod","createTime":"2026-03-01T10:00:00.123456Z","annotations":{"team":"billing"},"etag":"W/\\"abc\\""%s}""";

    private final FakeProvider google = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(google);
    private final KeyAdmin keys = new GoogleProvider().keyAdmin(client);
    private final Access key = google.access(SECRET);
    private final Access admin = google.access(KeyFile.of("p-1"));

    @BeforeEach
    void tokensAreGiven() {
        google.on(
                "POST /token", 200, "{\"access_token\":\"ya29.token\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
    }

    @AfterEach
    void stop() {
        client.close();
        google.close();
    }

    @Test
    void aKeyThatWorksIsValid() {
        google.on(CHECK, 200, "{\"models\":[]}");

        assertThat(keys.check(key)).isInstanceOf(KeyCheck.Valid.class);
        assertThat(google.asked().getFirst().header("x-goog-api-key")).isEqualTo(SECRET);
        assertThat(keys.check(admin)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(keys.checkAdmin(key)).isInstanceOf(KeyCheck.Forbidden.class);
    }

    @Test
    void aModelIsLookedUpWithTheKey() {
        google.on("GET /v1beta/models/gemini-2.5-flash", 200, "{\"name\":\"models/gemini-2.5-flash\"}");

        assertThat(keys.checkModel(key, "gemini-2.5-flash").result()).isEqualTo(ModelCheck.Result.AVAILABLE);
        assertThat(keys.checkModel(key, "gemini-9").result()).isEqualTo(ModelCheck.Result.NOT_AVAILABLE);
    }

    /** The one provider that says 400 to a wrong key. */
    @ParameterizedTest
    @CsvSource({
        "400, API_KEY_INVALID, invalid",
        "400, FAILED_PRECONDITION, unreachable",
        "401, ACCESS_TOKEN_TYPE_UNSUPPORTED, invalid",
        "403, API_KEY_SERVICE_BLOCKED, forbidden",
        "403, API_KEY_HTTP_REFERRER_BLOCKED, forbidden",
        "403, API_KEY_IP_ADDRESS_BLOCKED, forbidden",
        "403, SERVICE_DISABLED, forbidden",
        "403, CONSUMER_SUSPENDED, forbidden",
        "500, INTERNAL, unreachable",
        "503, UNAVAILABLE, unreachable",
        "504, DEADLINE_EXCEEDED, unreachable"
    })
    void everyErrorMeansWhatItMeans(int status, String reason, String result) {
        google.on(CHECK, status, """
                {"error":{"code":%d,"message":"No.","status":"X","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s","domain":"googleapis.com"},{"@type":"type.googleapis.com/google.rpc.LocalizedMessage","locale":"en-US"}]}}""".formatted(status, reason));

        KeyCheck check = keys.check(key);

        assertThat(check.result()).isEqualTo(result);
        assertThat(check.message()).contains(reason);
    }

    @Test
    void theTwoFamiliesOf429AreKeptApart() {
        google.on(
                        CHECK,
                        429,
                        exhausted("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "You exceeded your quota."))
                .on(
                        CHECK,
                        429,
                        exhausted("GenerateRequestsPerMinutePerProjectPerModel", "Your project hit its spend cap."))
                .on(
                        CHECK,
                        429,
                        exhausted("GenerateRequestsPerMinutePerProjectPerModel", "check your plan and billing"));

        assertThat(keys.check(key)).isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(keys.check(key)).isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(((KeyCheck.RateLimited) keys.check(key)).waitFor()).isEqualTo(Duration.ofSeconds(37));
    }

    @Test
    void aServiceAccountProvesItselfByWhatItSigns() throws Exception {
        google.on("GET " + KEYS + "?pageSize=1", 200, "{}");

        assertThat(((KeyCheck.Valid) keys.checkAdmin(admin)).account()).isEqualTo("p-1");

        String form = google.asked().getFirst().body();
        assertThat(form).contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer");
        String[] assertion = URLDecoder.decode(form.replaceAll(".*assertion=([^&]*).*", "$1"), StandardCharsets.UTF_8)
                .split("\\.");
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(assertion[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("leasehold@p-1.iam.gserviceaccount.com");
        assertThat(claims.path("scope").asText()).endsWith("/cloud-platform");
        assertThat(claims.path("aud").asText()).isEqualTo("https://oauth2.googleapis.com/token");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFile.RSA.getPublic());
        signature.update((assertion[0] + "." + assertion[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(assertion[2])))
                .isTrue();
        assertThat(google.asked().getLast().header("authorization")).isEqualTo("Bearer ya29.token");
    }

    @Test
    void aTokenIsAskedForOnce() {
        google.on("GET " + KEYS + "?pageSize=1", 200, "{}");

        keys.checkAdmin(admin);
        new GoogleProvider().keyAdmin(client).checkAdmin(admin);

        assertThat(google.calls()).containsOnlyOnce("POST /token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-json",
                "e30=",
                "{}",
                "eyJwcm9qZWN0X2lkIjoicCIsImNsaWVudF9lbWFpbCI6ImUiLCJwcml2YXRlX2tleSI6IngifQ=="
            })
    void whatIsNoKeyFileIsNotAccepted(String given) {
        assertThat(keys.checkAdmin(google.access(given))).isInstanceOf(KeyCheck.Invalid.class);
        assertThat(google.calls()).isEmpty();
    }

    @Test
    void anAccountThatGetsNoTokenIsInvalid() {
        try (FakeProvider strict = new FakeProvider()) {
            strict.on(
                    "POST /token",
                    400,
                    "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}");
            try (ProviderClient other = Clients.unwaiting(strict)) {
                assertThat(new GoogleProvider().keyAdmin(other).checkAdmin(strict.access(KeyFile.of("p-1"))))
                        .isInstanceOfSatisfying(
                                KeyCheck.Invalid.class,
                                invalid -> assertThat(invalid.message()).contains("Invalid JWT Signature"));
            }
        }
    }

    @Test
    void allKeysAreListedAlsoTheDeletedOnes() {
        String first = "GET " + KEYS + "?pageSize=100&showDeleted=true";
        google.on(first, 200, "{\"keys\":[" + listed("") + "],\"nextPageToken\":\"n\"}")
                .on(
                        first + "&pageToken=n",
                        200,
                        "{\"keys\":[" + listed(",\"deleteTime\":\"2026-11-01T10:00:00Z\"")
                                + "],\"nextPageToken\":\"\"}");

        assertThat(keys.listKeys(admin))
                .containsExactly(
                        new ProviderKey(
                                UID,
                                "gemini-prod",
                                null,
                                ProviderKeyState.ACTIVE,
                                Instant.parse("2026-03-01T10:00:00.123456Z"),
                                null,
                                null),
                        new ProviderKey(
                                UID,
                                "gemini-prod",
                                null,
                                ProviderKeyState.REVOKED,
                                Instant.parse("2026-03-01T10:00:00.123456Z"),
                                null,
                                null));
    }

    @Test
    void googleTellsWhoseSecretItIs() {
        google.on("GET /v2/keys:lookupKey?keyString=" + SECRET, 200, """
                        {"parent":"projects/123/locations/global","name":"%s"}""".formatted(NAME))
                .on("GET " + KEYS + "/" + UID, 200, listed(""));

        assertThat(keys.identify(admin, key.credential())).isEqualTo(new KeyIdentity.Told(UID, "gemini-prod"));
        assertThat(keys.identify(admin, Secret.of("AIza-of-somebody-else"))).isInstanceOf(KeyIdentity.None.class);
    }

    @Test
    void aKeyIsMadeForTheGeminiApiOnlyAndToldOnceItIsThere() {
        google.on("POST " + KEYS, 200, "{\"name\":\"operations/akmf.1\"}")
                .on("GET /v2/operations/akmf.1", 200, "{\"name\":\"operations/akmf.1\",\"done\":false}")
                .on("GET /v2/operations/akmf.1", 200, "{\"done\":true,\"response\":" + listed("") + "}")
                .on("GET " + KEYS + "/" + UID + "/keyString", 200, "{\"keyString\":\"" + SECRET + "\"}");

        KeyCreation made = keys.createKey(admin, KeyOrder.named("gemini-prod"));

        assertThat(made).isInstanceOfSatisfying(KeyCreation.Created.class, created -> {
            assertThat(created.secret().reveal()).isEqualTo(SECRET);
            assertThat(created.key().id()).isEqualTo(UID);
        });
        assertThat(google.asked().stream().filter(asked -> asked.call().equals("POST " + KEYS)))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .isEqualTo("{\"displayName\":\"gemini-prod\",\"restrictions\":{\"apiTargets\":"
                                + "[{\"service\":\"generativelanguage.googleapis.com\"}]}}"));
    }

    /** It may be there: whoever asked has to look for it by its name. */
    @Test
    void aKeyWhoseSecretIsNotToldIsUnclear() {
        google.on("POST " + KEYS, 200, "{\"done\":true,\"response\":" + listed("") + "}")
                .on("GET " + KEYS + "/" + UID + "/keyString", 403, "{\"error\":{\"status\":\"PERMISSION_DENIED\"}}");
        assertThat(keys.createKey(admin, KeyOrder.named("a"))).isInstanceOf(KeyCreation.Unclear.class);

        google.on("POST /v2/projects/p-2/locations/global/keys", 200, "{\"name\":\"operations/x\"}")
                .on("GET /v2/operations/x", 200, "{\"done\":false}");
        assertThat(keys.createKey(admin, new KeyOrder("a", KeyLimit.NONE, null, "p-2")))
                .isInstanceOf(KeyCreation.Unclear.class);
    }

    @Test
    void whatGoogleHasNotIsRefusedBeforeAnythingIsMade() {
        google.on("POST " + KEYS, 200, "{\"done\":true,\"error\":{\"code\":8,\"message\":\"too many keys\"}}");

        assertThat(keys.createKey(admin, new KeyOrder("a", KeyLimit.NONE, Instant.MAX, null)))
                .isInstanceOf(KeyCreation.Refused.class);
        assertThat(keys.createKey(admin, new KeyOrder("a", new KeyLimit(BigDecimal.ONE, null), null, null)))
                .isInstanceOf(KeyCreation.Refused.class);
        assertThat(google.calls()).isEmpty();
        assertThat(keys.createKey(admin, KeyOrder.named("a"))).isInstanceOf(KeyCreation.Refused.class);
    }

    @Test
    void aKeyIsDeletedAndStaysDeleted() {
        String path = KEYS + "/" + UID;
        google.on("GET " + path, 200, listed(""))
                .on("GET " + path, 200, listed(",\"deleteTime\":\"2026-11-01T10:00:00Z\""))
                .on("DELETE " + path, 200, "{\"done\":true,\"response\":" + listed("") + "}");

        assertThat(keys.revoke(admin, UID)).isInstanceOf(Revocation.Revoked.class);
        assertThat(keys.revoke(admin, UID)).isInstanceOf(Revocation.AlreadyRevoked.class);
        assertThat(keys.revoke(admin, "never-was")).isInstanceOf(Revocation.NotFound.class);
        assertThat(google.calls()).containsOnlyOnce("DELETE " + path);
    }

    @Test
    void googleTellsNoCostAndSaysSo() {
        assertThat(new GoogleProvider().costReports(client)).isEmpty();
        assertThatThrownBy(() -> keys.disable(admin, UID)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static String listed(String more) {
        return LISTED.formatted(NAME, UID, more);
    }

    private static String exhausted(String quotaId, String words) {
        return """
                {"error":{"code":429,"message":"%s","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"m","quotaId":"%s","quotaDimensions":{"location":"global"},"quotaValue":"250"}]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"37s"}]}}""".formatted(words, quotaId);
    }
}
