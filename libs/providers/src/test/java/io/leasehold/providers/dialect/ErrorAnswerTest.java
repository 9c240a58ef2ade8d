package io.leasehold.providers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.providers.Providers;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAnswerTest {
    private final Providers providers = Providers.load();

    @Test
    void anthropicsClientsUnderstandIt() throws IOException {
        ErrorAnswer answer = dialect("anthropic").error(Refusal.UNAUTHENTICATED, "No \"such\" token.", "req_1");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers())
                .containsEntry("request-id", "req_1")
                .containsEntry("content-type", "application/json");
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree("""
                {"type":"error","error":{"type":"authentication_error","message":"No \\"such\\" token."},"request_id":"req_1"}"""));
    }

    @Test
    void openRoutersClientsUnderstandIt() throws IOException {
        ErrorAnswer answer = dialect("openrouter").error(Refusal.SPEND_LIMIT, "Nothing is left.", null);

        assertThat(answer.status()).isEqualTo(402);
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree("""
                {"error":{"code":402,"message":"Nothing is left.","metadata":{"error_type":"spend_limit"}}}"""));
    }

    @Test
    void openAisClientsUnderstandIt() throws IOException {
        ErrorAnswer answer = dialect("openai").error(Refusal.SPEND_LIMIT, "Nothing is left.", "req_1");

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.headers()).containsEntry("x-request-id", "req_1");
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree("""
                {"error":{"message":"Nothing is left.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}"""));
    }

    @Test
    void azuresClientsUnderstandIt() throws IOException {
        ErrorAnswer answer = dialect("azure-openai").error(Refusal.UNAUTHENTICATED, "No such token.", "req_1");

        assertThat(answer.headers()).containsEntry("apim-request-id", "req_1");
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree("""
                {"error":{"code":"401","message":"No such token."}}"""));
    }

    @Test
    void googlesClientsUnderstandIt() throws IOException {
        ErrorAnswer answer = dialect("google").error(Refusal.UNAUTHENTICATED, "No such token.", null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree("""
                {"error":{"code":401,"message":"No such token.","status":"UNAUTHENTICATED"}}"""));
    }

    @Test
    void mistralsClientsUnderstandIt() throws IOException {
        ErrorAnswer answer = dialect("mistral").error(Refusal.RATE_LIMIT, "Too fast.", "req_1");

        assertThat(answer.headers()).containsEntry("mistral-correlation-id", "req_1");
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree("""
                {"object":"error","message":"Too fast.","type":"rate_limited","param":null,"code":null}"""));
    }

    /** Cohere's errors have no type, so that there is none to be read. */
    @Test
    void coheresClientsUnderstandIt() throws IOException {
        ErrorAnswer answer = dialect("cohere").error(Refusal.FORBIDDEN, "Not this model.", "req_1");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(json(answer))
                .isEqualTo(new ObjectMapper().readTree("{\"message\":\"Not this model.\",\"id\":\"req_1\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "azure-openai", "cohere", "google", "mistral", "openai", "openrouter"})
    void aUsedUpLimitIsNeverTriedAgainAndARateLimitIs(String provider) {
        ErrorAnswer spent = dialect(provider).error(Refusal.SPEND_LIMIT, "Nothing is left.", null);
        ErrorAnswer fast = dialect(provider).error(Refusal.RATE_LIMIT, "Too fast.", null);

        assertThat(spent.status()).isNotIn(408, 409, 429).isLessThan(500);
        assertThat(spent.headers()).containsEntry("x-should-retry", "false");
        assertThat(fast.status()).isEqualTo(429);
        assertThat(fast.headers()).containsEntry("x-should-retry", "true");
    }

    /** What the gateway answers and what it records about an answer must not differ. Cohere's say no type. */
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aTapReadsOurOwnAnswersAsItReadsTheProviders(Refusal refusal) {
        for (String provider :
                new String[] {"anthropic", "azure-openai", "google", "mistral", "openai", "openrouter"}) {
            Dialect dialect = dialect(provider);
            ErrorAnswer answer = dialect.error(refusal, "No.", "req_1");
            UsageTap tap = dialect.routes().getFirst().tap(answer.status(), "application/json");

            tap.feed(answer.body(), 0, answer.body().length);

            assertThat(tap.usage().errorType()).isEqualTo(answer.type());
        }
    }

    private Dialect dialect(String provider) {
        return providers.get(provider).dialect().orElseThrow();
    }

    private static JsonNode json(ErrorAnswer answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
