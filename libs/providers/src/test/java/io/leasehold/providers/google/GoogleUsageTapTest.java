package io.leasehold.providers.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.Chunks;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleUsageTapTest {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String EVENTS = "text/event-stream";
    private static final String ANSWER = """
            {"candidates":[{"content":{"parts":[{"text":"Hello."}],"role":"model"},"finishReason":"STOP","index":0}],
             "usageMetadata":{"promptTokenCount":1200,"cachedContentTokenCount":1000,"candidatesTokenCount":45,"thoughtsTokenCount":310,"toolUsePromptTokenCount":0,"totalTokenCount":1555,
              "promptTokensDetails":[{"modality":"TEXT","tokenCount":1200}],"cacheTokensDetails":[{"modality":"TEXT","tokenCount":1000}],"candidatesTokensDetails":[{"modality":"TEXT","tokenCount":45}],"serviceTier":"standard"},
             "modelVersion":"gemini-2.5-flash","responseId":"mAitaLmkHPPlz7IPvtfUqQ4"}""";
    private static final String FIRST = """
            {"candidates":[{"content":{"parts":[{"text":"Hel"}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":10,"totalTokenCount":10},"modelVersion":"gemini-2.5-flash","responseId":"r1"}""";
    private static final String SECOND = """
            {"candidates":[{"content":{"parts":[{"text":"lo"}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":2,"thoughtsTokenCount":20,"totalTokenCount":32},"modelVersion":"gemini-2.5-flash","responseId":"r1"}""";
    private static final String LAST = """
            {"candidates":[{"content":{"parts":[{"text":"!"}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":3,"thoughtsTokenCount":20,"totalTokenCount":33},"modelVersion":"gemini-2.5-flash","responseId":"r1"}""";
    private static final String STREAM =
            "data: " + FIRST + "\r\n\r\ndata: " + SECOND + "\r\n\r\ndata: " + LAST + "\r\n\r\n";
    private static final String ARRAY = "[" + FIRST + "\n,\r\n" + SECOND + "\n,\r\n" + LAST + "\n]\n";

    @Test
    void aPlainAnswerIsSplit() {
        Usage usage = Chunks.whole(tap(JSON), ANSWER);

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.problem()).isNull();
        assertThat(usage.tokens()).isEqualTo(new Tokens(200, 1000, 0, 0, 45, 310, 0, 0, 0));
        assertThat(usage.model()).isEqualTo("gemini-2.5-flash");
        assertThat(usage.responseId()).isEqualTo("mAitaLmkHPPlz7IPvtfUqQ4");
        assertThat(usage.stopReason()).isEqualTo("STOP");
        assertThat(usage.terms().serviceTier()).isEqualTo("standard");
        assertThat(usage.errorType()).isNull();
    }

    /** Totals run on, so that the last ones count; and it is the same in events and in an array. */
    @Test
    void aStreamsLastTotalsCount() {
        for (Usage usage : List.of(Chunks.whole(tap(EVENTS), STREAM), Chunks.whole(tap(JSON), ARRAY))) {
            assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
            assertThat(usage.problem()).isNull();
            assertThat(usage.tokens()).isEqualTo(new Tokens(10, 0, 0, 0, 3, 20, 0, 0, 0));
            assertThat(usage.stopReason()).isEqualTo("STOP");
            assertThat(usage.responseId()).isEqualTo("r1");
        }
    }

    @Property(tries = 200)
    void whereAnAnswerIsCutMakesNoDifference(@ForAll List<Integer> places) {
        assertThat(Chunks.cut(tap(EVENTS), STREAM, places)).isEqualTo(Chunks.whole(tap(EVENTS), STREAM));
        assertThat(Chunks.cut(tap(JSON), ARRAY, places)).isEqualTo(Chunks.whole(tap(JSON), ARRAY));
    }

    /** What was said last is right for what was produced so far; text that came since is estimated. */
    @Test
    void aBrokenStreamIsKnownInPart() {
        String events = STREAM.substring(0, STREAM.indexOf("data: " + LAST) + 20);
        String array = ARRAY.substring(0, ARRAY.indexOf(LAST) + 20);
        for (Usage usage : List.of(Chunks.whole(tap(EVENTS), events), Chunks.whole(tap(JSON), array))) {
            assertThat(usage.source()).isEqualTo(UsageSource.PARTIAL);
            assertThat(usage.tokens()).isEqualTo(new Tokens(10, 0, 0, 0, 2, 20, 0, 0, 0));
        }
        Usage early = Chunks.whole(tap(EVENTS), "data: " + FIRST + "\n\n");
        assertThat(early.source()).isEqualTo(UsageSource.ESTIMATED);
        assertThat(early.tokens()).isEqualTo(new Tokens(10, 0, 0, 0, 1, 0, 0, 0, 0));
    }

    /** What is zero is left out: here there is no output at all. */
    @Test
    void aBlockedPromptIsPaidForAsInput() {
        String blocked = """
                {"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":7,"totalTokenCount":7},"modelVersion":"m"}""";
        for (Usage usage :
                List.of(Chunks.whole(tap(JSON), blocked), Chunks.whole(tap(EVENTS), "data: " + blocked + "\n\n"))) {
            assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
            assertThat(usage.tokens()).isEqualTo(Tokens.text(7, 0));
            assertThat(usage.stopReason()).isEqualTo("SAFETY");
        }
    }

    @Test
    void anAnswerWithoutUsageIsUnknownAndNotFree() {
        assertThat(Chunks.whole(tap(JSON), "{\"candidates\":[]}").source()).isEqualTo(UsageSource.UNKNOWN);
        assertThat(Chunks.whole(tap(JSON), ANSWER.substring(0, 60)).source()).isEqualTo(UsageSource.UNKNOWN);
    }

    /** What was heard and seen is told by kind, in any order of fields, and what came from a cache is no more than that. */
    @Test
    void modalitiesAndToolsAreTakenApart() {
        Usage usage = Chunks.whole(tap(JSON), """
                {"candidates":[{"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":1000,"cachedContentTokenCount":300,
                 "candidatesTokenCount":50,"toolUsePromptTokenCount":40,"totalTokenCount":1090,
                 "promptTokensDetails":[{"modality":"TEXT","tokenCount":500},{"tokenCount":400,"modality":"AUDIO"},
                  {"modality":"VIDEO"},{"modality":"IMAGE","tokenCount":100}],
                 "cacheTokensDetails":[{"modality":"AUDIO","tokenCount":250},{"modality":"TEXT","tokenCount":50}],
                 "candidatesTokensDetails":[{"modality":"AUDIO","tokenCount":30}]}}""");

        assertThat(usage.problem()).isNull();
        assertThat(usage.tokens()).isEqualTo(new Tokens(490, 300, 0, 0, 20, 0, 150, 30, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"promptTokenCount\":10,\"cachedContentTokenCount\":11,\"toolUsePromptTokenCount\":5,\"totalTokenCount\":15",
                "\"promptTokenCount\":10,\"candidatesTokenCount\":5,\"totalTokenCount\":16",
                "\"promptTokenCount\":10,\"candidatesTokenCount\":5,\"candidatesTokensDetails\":[{\"modality\":\"IMAGE\",\"tokenCount\":5}]",
                "\"promptTokenCount\":10,\"promptTokensDetails\":[{\"modality\":\"AUDIO\",\"tokenCount\":-1}]"
            })
    void figuresThatCantBePricedSaySo(String usage) {
        assertThat(Chunks.whole(tap(JSON), "{\"usageMetadata\":{" + usage + "}}")
                        .problem())
                .isNotNull();
    }

    @Test
    void searchesAreCounted() {
        assertThat(Chunks.whole(tap(JSON), """
                        {"candidates":[{"finishReason":"STOP","groundingMetadata":{"webSearchQueries":["a","b"]}}],
                         "usageMetadata":{"promptTokenCount":1,"totalTokenCount":1}}""").webSearches()).isEqualTo(2);
    }

    @Test
    void anErrorIsCalledByItsReasonElseByItsStatus() {
        String invalid = """
                {"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}}""";
        String overloaded = "{\"error\":{\"code\":503,\"message\":\"x\",\"status\":\"UNAVAILABLE\"}}";

        assertThat(Chunks.whole(tap(400, JSON), invalid).errorType()).isEqualTo("API_KEY_INVALID");
        assertThat(Chunks.whole(tap(503, JSON), overloaded).errorType()).isEqualTo("UNAVAILABLE");
        assertThat(Chunks.whole(tap(503, JSON), "[" + overloaded + "]").errorType())
                .isEqualTo("UNAVAILABLE");
        assertThat(Chunks.whole(tap(EVENTS), "data: " + FIRST + "\n\ndata: " + overloaded + "\n\n")
                        .errorType())
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void anEmbeddingTellsItsInputAtMost() {
        UsageTap silent = tap("embedContent", 200, JSON);
        UsageTap telling = tap("embedContent", 200, JSON);

        assertThat(Chunks.whole(silent, "{\"embedding\":{\"values\":[0.1]}}").source())
                .isEqualTo(UsageSource.UNKNOWN);
        assertThat(Chunks.whole(
                                telling,
                                "{\"embedding\":{\"values\":[0.1]},\"usageMetadata\":{\"promptTokenCount\":8}}")
                        .tokens())
                .isEqualTo(Tokens.text(8, 0));
    }

    private static UsageTap tap(String contentType) {
        return tap(200, contentType);
    }

    private static UsageTap tap(int status, String contentType) {
        return tap("streamGenerateContent", status, contentType);
    }

    private static UsageTap tap(String call, int status, String contentType) {
        return Objects.requireNonNull(GoogleDialect.INSTANCE.match("POST", "/v1beta/models/gemini-2.5-flash:" + call))
                .tap(status, contentType);
    }
}
