package io.leasehold.sim.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleInferenceTest {
    private static final String FLASH = "/v1beta/models/gemini-2.5-flash:";
    /** Twelve bytes and the overhead of a message: seven tokens. */
    private static final String HELLO =
            "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello [[out=12]]\"}]}]%s}";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.googleKey();

    @Test
    void anAnswerLeavesOutWhatIsZero() {
        Reply reply = call("generateContent", HELLO.formatted(""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/candidates/0/content/parts/0/text")).startsWith("You said: Hello");
        assertThat(reply.text("/candidates/0/finishReason")).isEqualTo("STOP");
        assertThat(reply.text("/modelVersion")).isEqualTo("gemini-2.5-flash");
        assertThat(reply.fields("/usageMetadata"))
                .containsExactly(
                        "promptTokenCount",
                        "candidatesTokenCount",
                        "totalTokenCount",
                        "promptTokensDetails",
                        "candidatesTokensDetails",
                        "serviceTier");
        assertThat(reply.at("/usageMetadata/candidatesTokenCount").asInt()).isEqualTo(12);
        assertThat(sim.ledger(key).get(0).at("/id").asText()).isEqualTo(reply.text("/responseId"));
    }

    /** Thoughts stand beside the output, and cost what it costs: 8 tokens in at $0.30 a million, 20 out at $2.50. */
    @Test
    void thoughtsAreToldApartAndBilledAsOutput() {
        String thinking = ",\"generationConfig\":{\"thinkingConfig\":{\"thinkingBudget\":8,\"includeThoughts\":true}}";

        Reply reply = call("generateContent", HELLO.formatted(thinking));

        JsonNode usage = reply.at("/usageMetadata");
        assertThat(usage.at("/thoughtsTokenCount").asInt()).isEqualTo(8);
        assertThat(usage.at("/candidatesTokenCount").asInt()).isEqualTo(12);
        assertThat(usage.at("/totalTokenCount").asInt())
                .isEqualTo(usage.at("/promptTokenCount").asInt() + 20);
        assertThat(reply.at("/candidates/0/content/parts/0/thought").asBoolean())
                .isTrue();
        assertThat(reply.text("/candidates/0/content/parts/1/text")).startsWith("You said");
        assertThat(sim.bill(key)).isEqualTo("0.000052400");
    }

    @Test
    void aStreamsTotalsRunOnAndItEndsWithoutAWord() {
        List<JsonNode> events = events(call("streamGenerateContent?alt=sse", HELLO.formatted("")));

        assertThat(events).hasSize(13);
        assertThat(events)
                .allSatisfy(event -> assertThat(
                                event.at("/usageMetadata/promptTokenCount").asInt())
                        .isEqualTo(8));
        assertThat(events.getFirst().at("/usageMetadata/candidatesTokenCount").asInt())
                .isEqualTo(1);
        assertThat(events.getLast().at("/usageMetadata/candidatesTokenCount").asInt())
                .isEqualTo(12);
        assertThat(events.getLast().at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        assertThat(text(events))
                .isEqualTo(call("generateContent", HELLO.formatted("")).text("/candidates/0/content/parts/0/text"));
    }

    @Test
    void withoutEventsAStreamIsAnArray() {
        Reply reply = call("streamGenerateContent", HELLO.formatted(""));

        assertThat(reply.header("content-type").orElseThrow()).startsWith("application/json");
        assertThat(reply.json()).hasSize(13);
        assertThat(reply.at("/12/candidates/0/finishReason").asText()).isEqualTo("STOP");
    }

    @Test
    void aLongPromptIsReadFromTheCacheTheSecondTime() {
        String prompt = "{\"systemInstruction\":{\"parts\":[{\"text\":\"" + "x".repeat(8000)
                + "\"}]},\"contents\":[{\"parts\":[{\"text\":\"Hi [[out=1]]\"}]}]}";

        Reply first = call("generateContent", prompt);
        Reply second = call("generateContent", prompt);

        int all = first.at("/usageMetadata/promptTokenCount").asInt();
        assertThat(first.at("/usageMetadata").has("cachedContentTokenCount")).isFalse();
        assertThat(second.at("/usageMetadata/promptTokenCount").asInt()).isEqualTo(all);
        assertThat(second.at("/usageMetadata/cachedContentTokenCount").asInt()).isEqualTo(all);
    }

    @Test
    void halfThePriceIsPaidForFlex() {
        Reply reply = call("generateContent", HELLO.formatted(",\"serviceTier\":\"flex\""));

        assertThat(reply.text("/usageMetadata/serviceTier")).isEqualTo("flex");
        assertThat(sim.bill(key)).isEqualTo("0.000016200");
    }

    @Test
    void tokensAreCountedAndTextsEmbedded() {
        Reply counted = call("countTokens", HELLO.formatted(""));
        Reply one = sim.google(
                "POST",
                "/v1beta/models/gemini-embedding-001:embedContent",
                key,
                "{\"content\":{\"parts\":[{\"text\":\"Hi\"}]},\"outputDimensionality\":3}");
        Reply two = sim.google(
                "POST",
                "/v1beta/models/gemini-embedding-001:batchEmbedContents",
                key,
                "{\"requests\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}},{\"content\":{\"parts\":[{\"text\":\"b\"}]}}]}");

        assertThat(counted.at("/totalTokens").asInt()).isEqualTo(8);
        assertThat(one.at("/embedding/values")).hasSize(3);
        assertThat(two.at("/embeddings")).hasSize(2);
        assertThat(sim.ledger(key)).hasSize(2);
    }

    @Test
    void modelsAreListedPageByPage() {
        Reply first = sim.google("GET", "/v1beta/models?pageSize=3", key);
        Reply second = sim.google("GET", "/v1beta/models?pageSize=3&pageToken=" + first.text("/nextPageToken"), key);

        assertThat(first.at("/models")).hasSize(3);
        assertThat(first.text("/models/0/name")).isEqualTo("models/gemini-2.5-flash");
        assertThat(second.at("/models")).hasSize(2);
        assertThat(second.json().has("nextPageToken")).isFalse();
        assertThat(sim.google("GET", "/v1beta/models/gemini-2.5-pro", key)
                        .at("/outputTokenLimit")
                        .asInt())
                .isEqualTo(65536);
    }

    /** A wrong key is a bad request here. */
    @Test
    void aWrongKeyIs400AndNoKeyIs403() {
        Reply wrong = sim.send("GET", "/google/v1beta/models", null, "x-goog-api-key", "AIza-nobody");
        Reply inQuery = sim.send("GET", "/google/v1beta/models?key=" + key.secret(), null);
        Reply both = sim.send(
                "GET", "/google/v1beta/models", null, "x-goog-api-key", key.secret(), "authorization", "Bearer x");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("/error/details/0/reason")).isEqualTo("API_KEY_INVALID");
        assertThat(sim.send("GET", "/google/v1beta/models", null).status()).isEqualTo(403);
        assertThat(inQuery.status()).isEqualTo(200);
        assertThat(both.status()).isEqualTo(400);
        assertThat(sim.send(
                                "GET",
                                "/google/v1beta/models",
                                null,
                                "x-goog-api-key",
                                sim.googleAdmin().secret())
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "rate_limit, 429, RESOURCE_EXHAUSTED, /error/details/0/violations/0/quotaId, GenerateRequestsPerMinutePerProjectPerModel",
        "rate_limit, 429, RESOURCE_EXHAUSTED, /error/details/1/retryDelay, 2s",
        "daily_quota, 429, RESOURCE_EXHAUSTED, /error/details/0/violations/0/quotaId, GenerateRequestsPerDayPerProjectPerModel-FreeTier",
        "spend_cap, 429, RESOURCE_EXHAUSTED, /error/status, RESOURCE_EXHAUSTED",
        "api_key_expired, 400, INVALID_ARGUMENT, /error/details/0/reason, API_KEY_INVALID",
        "consumer_suspended, 403, PERMISSION_DENIED, /error/details/0/reason, CONSUMER_SUSPENDED",
        "deadline_exceeded, 504, DEADLINE_EXCEEDED, /error/code, 504"
    })
    void errorsAreOrdered(String kind, int status, String word, String pointer, String value) {
        sim.fault("{\"key\":\"%s\",\"error_kind\":\"%s\"}".formatted(key.id(), kind));

        Reply reply = call("generateContent", HELLO.formatted(""));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/error/status")).isEqualTo(word);
        assertThat(reply.text(pointer)).isEqualTo(value);
        assertThat(sim.ledger(key)).isEmpty();
    }

    @Test
    void anErrorMayComeWithinAStream() {
        sim.fault("{\"key\":\"%s\",\"error_kind\":\"unavailable\",\"cut_stream_after_events\":2}".formatted(key.id()));

        List<JsonNode> events = events(call("streamGenerateContent?alt=sse", HELLO.formatted("")));
        Reply array = call("streamGenerateContent", HELLO.formatted(""));

        assertThat(events).hasSize(3);
        assertThat(events.getLast().at("/error/status").asText()).isEqualTo("UNAVAILABLE");
        assertThat(array.at("/2/error/status").asText()).isEqualTo("UNAVAILABLE");
        assertThat(sim.ledger(key).get(0).at("/outcome").asText()).isEqualTo("broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}],\"generationConfig\":{\"maxOutputTokens\":0}}"
            })
    void whatCantBeReadIs400(String body) {
        assertThat(call("generateContent", body).status()).isEqualTo(400);
        assertThat(call("unknown", body).status()).isEqualTo(404);
    }

    private Reply call(String call, String body) {
        return sim.google("POST", FLASH + call, key, body);
    }

    private static List<JsonNode> events(Reply reply) {
        assertThat(reply.header("content-type").orElseThrow()).startsWith("text/event-stream");
        return Arrays.stream(reply.body().split("\r\n\r\n"))
                .map(event -> TestSim.parse(event.substring("data: ".length())))
                .toList();
    }

    private static String text(List<JsonNode> events) {
        StringBuilder text = new StringBuilder();
        events.forEach(event ->
                text.append(event.at("/candidates/0/content/parts/0/text").asText()));
        return text.toString();
    }
}
