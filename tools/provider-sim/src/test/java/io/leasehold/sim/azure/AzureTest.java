package io.leasehold.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.SseEvent;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureTest {
    private static final String CHAT = "/openai/deployments/chat-prod/chat/completions?api-version=2024-10-21";
    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello [[out=10]]\"}]%s}";
    private static final String ACCOUNT = "/azure-openai" + Resource.ID;
    private static final String COSTS =
            "/azure-openai" + Resource.GROUP + "/providers/Microsoft.CostManagement/query?api-version=2022-10-01";

    private final TestSim sim = TestSim.start();
    private final Key key = sim.azureKey();
    private final Key admin = sim.azureAdmin();
    private String token = "";

    @BeforeEach
    void signIn() {
        token = login(field("clientSecret")).text("/access_token");
    }

    @AfterEach
    void stop() {
        sim.close();
    }

    /** Eight tokens in at $2 a million, ten out at $8. */
    @Test
    void theDeploymentInThePathIsCalledWhateverTheBodySays() {
        Reply reply = sim.azure("POST", CHAT, key, HELLO.formatted(",\"model\":\"none\""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/model")).isEqualTo("gpt-4.1-2025-04-14");
        assertThat(reply.text("/prompt_filter_results/0/content_filter_results/hate/severity"))
                .isEqualTo("safe");
        assertThat(reply.json().at("/choices/0").has("content_filter_results")).isTrue();
        assertThat(reply.at("/usage/completion_tokens").asInt()).isEqualTo(10);
        assertThat(sim.bill(key)).isEqualTo("0.000096000");
        assertThat(sim.ledger(key).get(0).at("/provider").asText()).isEqualTo("azure-openai");
    }

    @Test
    void v1NamesTheDeploymentAsItsModelAndTakesTheKeyAsABearer() {
        Reply chat = sim.send(
                "POST",
                "/azure-openai/openai/v1/chat/completions",
                HELLO.formatted(",\"model\":\"gpt-5-mini\""),
                "authorization",
                "Bearer " + key.secret());
        Reply response = sim.azure("POST", "/openai/v1/responses", key, "{\"model\":\"gpt-4.1\",\"input\":\"Hi\"}");
        Reply embedding = sim.azure(
                "POST",
                "/openai/deployments/text-embedding-3-small/embeddings?api-version=x",
                key,
                "{\"input\":\"Hi\"}");

        assertThat(chat.text("/model")).isEqualTo("gpt-5-mini-2025-08-07");
        assertThat(response.at("/usage/output_tokens").asInt()).isPositive();
        assertThat(embedding.at("/data/0/embedding")).hasSize(1536);
        assertThat(sim.azure("GET", "/openai/v1/models", key).status()).isEqualTo(200);
    }

    @Test
    void aStreamBeginsWithWhatTheFiltersFound() {
        List<SseEvent> events = sim.azure(
                        "POST",
                        CHAT,
                        key,
                        HELLO.formatted(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"))
                .events();

        assertThat(events.getFirst().json().at("/choices")).isEmpty();
        assertThat(events.getFirst().json().at("/id").asText()).isEmpty();
        assertThat(events.getFirst().json().has("prompt_filter_results")).isTrue();
        assertThat(events.getLast().data()).isEqualTo("[DONE]");
        assertThat(events.get(events.size() - 2)
                        .json()
                        .at("/usage/total_tokens")
                        .asInt())
                .isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource({
        "rate_limit, 429, 429",
        "tokens_rate_limit, 429, RateLimitReached",
        "insufficient_quota, 429, insufficient_quota",
        "content_filter, 400, content_filter",
        "permission, 403, Forbidden",
        "overloaded, 503, 503"
    })
    void errorsAreOrdered(String kind, int status, String code) {
        sim.fault("{\"key\":\"%s\",\"error_kind\":\"%s\"}".formatted(key.id(), kind));

        Reply reply = sim.azure("POST", CHAT, key, HELLO.formatted(""));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/error/code")).isEqualTo(code);
        assertThat(sim.ledger(key)).isEmpty();
    }

    @Test
    void aWrongKeyAndAnUnknownDeploymentAreTold() {
        Reply wrong = sim.send("GET", "/azure-openai/openai/v1/models", null, "api-key", "0".repeat(32));
        Reply unknown = sim.azure("POST", CHAT.replace("chat-prod", "none"), key, HELLO.formatted(""));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("/error/code")).isEqualTo("401");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/error/code")).isEqualTo("DeploymentNotFound");
    }

    @Test
    void anApplicationSignsInByItsSecretOnly() {
        assertThat(login("wrong").status()).isEqualTo(401);
        assertThat(login("wrong").text("/error")).isEqualTo("invalid_client");
        assertThat(sim.send("GET", ACCOUNT, null, "authorization", "Bearer x").status())
                .isEqualTo(401);
        assertThat(manage("GET", ACCOUNT, null).text("/properties/endpoint")).startsWith("https://");
        assertThat(manage("GET", ACCOUNT + "x", null).status()).isEqualTo(404);
        assertThat(manage("GET", ACCOUNT + "/deployments", null).at("/value")).hasSize(4);
        assertThat(manage("GET", ACCOUNT + "/usages", null).at("/value")).hasSize(4);
    }

    @Test
    void aKeyIsMadeAnewAndTheOldOneEnds() {
        Reply before = manage("POST", ACCOUNT + "/listKeys", "{}");
        assertThat(models(before.text("/key1"))).isEqualTo(200);

        Reply after = manage("POST", ACCOUNT + "/regenerateKey", "{\"keyName\":\"Key1\"}");

        assertThat(after.text("/key1")).isNotEqualTo(before.text("/key1"));
        assertThat(after.text("/key2")).isEqualTo(before.text("/key2"));
        assertThat(models(before.text("/key1"))).isEqualTo(401);
        assertThat(models(after.text("/key1"))).isEqualTo(200);
        assertThat(manage("POST", ACCOUNT + "/regenerateKey", "{\"keyName\":\"Key3\"}")
                        .status())
                .isEqualTo(400);
    }

    /** Metrics come at once, costs after hours. */
    @Test
    void tokensAreToldByDeploymentAndCostsByMeter() {
        sim.azure("POST", CHAT, key, HELLO.formatted(""));
        Instant hour =
                Instant.parse(sim.ledger(key).get(0).at("/started_at").asText()).truncatedTo(ChronoUnit.HOURS);
        Reply metrics = manage(
                "GET",
                ACCOUNT
                        + "/providers/Microsoft.Insights/metrics?api-version=2024-02-01&metricnames=GeneratedTokens&timespan="
                        + hour.minus(1, ChronoUnit.HOURS) + "/" + hour.plus(1, ChronoUnit.HOURS) + "&interval=PT1H",
                null);
        String question = "{\"timePeriod\":{\"from\":\"%s\",\"to\":\"%s\"}}"
                .formatted(hour.minus(1, ChronoUnit.DAYS), hour.plus(1, ChronoUnit.DAYS));
        Reply early = manage("POST", COSTS, question);
        sim.shiftClock(Duration.ofHours(9));
        Reply late = manage("POST", COSTS, question);

        assertThat(metrics.text("/value/0/timeseries/0/metadatavalues/0/value")).isEqualTo("chat-prod");
        assertThat(metrics.at("/value/0/timeseries/0/data")).hasSize(2);
        assertThat(metrics.at("/value/0/timeseries/0/data/0").has("total")).isFalse();
        assertThat(metrics.at("/value/0/timeseries/0/data/1/total").asInt()).isEqualTo(10);
        assertThat(early.at("/properties/rows")).isEmpty();
        assertThat(late.at("/properties/rows")).hasSize(2);
        assertThat(late.text("/properties/rows/0/3")).isEqualTo("gpt 4.1 Inp glbl Tokens");
        assertThat(late.at("/properties/rows/0/0").decimalValue()).isEqualByComparingTo("0.000016");
        assertThat(late.text("/properties/rows/1/4")).isEqualTo("USD");
    }

    private int models(String secret) {
        return sim.send("GET", "/azure-openai/openai/v1/models", null, "api-key", secret)
                .status();
    }

    private Reply manage(String method, String path, String body) {
        return sim.send(method, path, body, "authorization", "Bearer " + token);
    }

    private Reply login(String secret) {
        return sim.send(
                "POST",
                "/azure-openai/" + field("tenantId") + "/oauth2/v2.0/token",
                "grant_type=client_credentials&client_id=" + field("clientId") + "&client_secret=" + secret
                        + "&scope=https%3A%2F%2Fmanagement.azure.com%2F.default");
    }

    private String field(String name) {
        return AzureSecrets.field(admin.secret(), name);
    }
}
