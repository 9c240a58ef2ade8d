package io.leasehold.sim.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeysApiTest {
    private static final String KEYS = "/google/v2/projects/leasehold-simulated/locations/global/keys";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private static final Key ADMIN = sim.googleAdmin();
    private String token = "";

    @BeforeEach
    void signIn() throws Exception {
        token = token(signed(ServiceAccount.of(ADMIN.secret()))).text("/access_token");
    }

    @Test
    void whatIsNotSignedByTheAccountGetsNoToken() throws Exception {
        ServiceAccount account = ServiceAccount.of(ADMIN.secret());
        ServiceAccount other = ServiceAccount.of(sim.googleAdmin().secret());

        Reply refused = token(signed(new ServiceAccount(account.email(), other.key())));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error")).isEqualTo("invalid_grant");
        assertThat(sim.send("GET", KEYS, null).status()).isEqualTo(401);
        assertThat(sim.send("GET", KEYS, null, "authorization", "Bearer ya29.x").status())
                .isEqualTo(401);
    }

    @Test
    void aKeyIsMadeToldUsedDeletedAndBroughtBack() {
        Reply operation = call("POST", KEYS, "{\"displayName\":\"made\"}");
        assertThat(operation.at("/done").asBoolean()).isFalse();
        Reply done = call("GET", "/google/v2/" + operation.text("/name"), null);
        assertThat(done.at("/done").asBoolean()).isTrue();
        assertThat(done.at("/response").has("keyString")).isFalse();
        String path = KEYS + "/" + done.text("/response/uid");

        String secret = call("GET", path + "/keyString", null).text("/keyString");
        assertThat(secret).startsWith("AIza").hasSize(39);
        assertThat(models(secret).status()).isEqualTo(200);
        assertThat(call("GET", "/google/v2/keys:lookupKey?keyString=" + secret, null)
                        .text("/name"))
                .isEqualTo(done.text("/response/name"));

        call("DELETE", path, null);
        assertThat(models(secret).status()).isEqualTo(400);
        assertThat(call("GET", path, null).json().has("deleteTime")).isTrue();
        assertThat(call("DELETE", path, null).status()).isEqualTo(404);
        assertThat(listed("")).doesNotContain(secret, "\"made\"");
        assertThat(listed("?showDeleted=true")).contains("\"made\"").doesNotContain(secret);

        call("POST", path + ":undelete", null);
        assertThat(models(secret).status()).isEqualTo(200);
    }

    /** The nearest there is to switching a key off. */
    @Test
    void aKeyThatIsRestrictedToAnotherServiceIsBlocked() {
        Key key = sim.googleKey();
        String path = KEYS + "/" + key.id() + "?updateMask=restrictions";

        call("PATCH", path, "{\"restrictions\":{\"apiTargets\":[{\"service\":\"translate.googleapis.com\"}]}}");

        assertThat(models(key.secret()).text("/error/details/0/reason")).isEqualTo("API_KEY_SERVICE_BLOCKED");
    }

    @Test
    void anotherProjectIsForbidden() {
        assertThat(call("GET", "/google/v2/projects/other/locations/global/keys", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void faultsHitAdministrationToo() {
        sim.fault("{\"key\":\"%s\",\"admin_fail_rate\":1,\"times\":1,\"status\":503}".formatted(ADMIN.id()));

        assertThat(call("GET", KEYS, null).status()).isEqualTo(503);
        assertThat(call("GET", KEYS, null).status()).isEqualTo(200);
    }

    @Test
    void requestsAreCountedByKeyAndHour() {
        Key key = sim.googleKey();
        for (String at : new String[] {"2026-11-18T05:00:00Z", "2026-11-18T05:59:59Z", "2026-11-18T07:00:00Z"}) {
            String charge = """
                    {"key":"%s","model":"gemini-2.5-flash","at":"%s",
                     "tokens":{"input":1,"cache_read":0,"cache_write_5m":0,"cache_write_1h":0,"output":1}}""";
            assertThat(sim.send("POST", "/control/ledger", charge.formatted(key.id(), at))
                            .status())
                    .isEqualTo(201);
        }

        Reply first = call("GET", series("&pageSize=1"), null);
        Reply second = call("GET", series("&pageSize=1&pageToken=" + first.text("/nextPageToken")), null);

        assertThat(first.text("/timeSeries/0/resource/labels/credential_id")).isEqualTo("apikey:" + key.id());
        assertThat(first.text("/timeSeries/0/points/0/interval/endTime")).isEqualTo("2026-11-18T08:00:00Z");
        assertThat(first.text("/timeSeries/0/points/0/value/int64Value")).isEqualTo("1");
        assertThat(second.text("/timeSeries/0/points/0/interval/endTime")).isEqualTo("2026-11-18T06:00:00Z");
        assertThat(second.text("/timeSeries/0/points/0/value/int64Value")).isEqualTo("2");
        assertThat(second.text("/nextPageToken")).isEmpty();
        assertThat(call("GET", series("").replace("leasehold-simulated", "other"), null)
                        .status())
                .isEqualTo(403);
        assertThat(call("GET", series("").replace("REDUCE_SUM", "REDUCE_MAX"), null)
                        .status())
                .isEqualTo(400);
        assertThat(call("GET", series("").replace("3600s", "hour"), null).status())
                .isEqualTo(400);
    }

    private static String series(String more) {
        return "/google/v3/projects/leasehold-simulated/timeSeries?filter="
                + "metric.type%3D%22serviceruntime.googleapis.com%2Fapi%2Frequest_count%22"
                + "&interval.startTime=2026-11-18T00:00:00Z&interval.endTime=2026-11-19T00:00:00Z"
                + "&aggregation.alignmentPeriod=3600s&aggregation.perSeriesAligner=ALIGN_SUM"
                + "&aggregation.crossSeriesReducer=REDUCE_SUM&aggregation.groupByFields=resource.label.credential_id"
                + more;
    }

    private String listed(String query) {
        return call("GET", KEYS + query, null).body();
    }

    private static Reply models(String secret) {
        return sim.send("GET", "/google/v1beta/models?pageSize=1", null, "x-goog-api-key", secret);
    }

    private Reply call(String method, String path, String body) {
        return sim.send(method, path, body, "authorization", "Bearer " + token);
    }

    private static Reply token(String assertion) {
        return sim.send(
                "POST",
                "/google/token",
                "grant_type=" + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
                        + "&assertion=" + assertion,
                "content-type",
                "application/x-www-form-urlencoded");
    }

    private static String signed(ServiceAccount account) throws Exception {
        String text = encoded("{\"alg\":\"RS256\"}") + "." + encoded("{\"iss\":\"" + account.email() + "\"}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(account.key());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
