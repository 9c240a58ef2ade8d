package io.leasehold.providers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private final Dialect anthropic =
            Providers.load().get("anthropic").dialect().orElseThrow();
    private final Dialect openRouter =
            Providers.load().get("openrouter").dialect().orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/messages, PRICED",
        "POST, /v1/messages/count_tokens, FREE",
        "GET, /v1/models, FREE",
        "GET, /v1/models/claude-opus-5, FREE",
        "GET, /v1/models/claude-sonnet-4@20250514, FREE"
    })
    void whatIsOnTheListPasses(String method, String path, RouteKind kind) {
        Route route = anthropic.match(method, path);

        assertThat(route).isNotNull().extracting(Route::kind).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/messages/batches",
                "/v1/messages/",
                "//v1/messages",
                "/v1//messages",
                "/v1/./messages",
                "/v1/models/../messages",
                "/v1/models/..",
                "/v1/models/.",
                "/v1/models/",
                "/v1/models/a/b",
                "/v1/models/%2e%2e",
                "/v1/models/a%2fb",
                "/v1/models/a;b",
                "/v1/models/a\\b",
                "/v1/models/a?b",
                "/V1/messages",
                "/v1/messagesx",
                "v1/messages",
                "",
                "/v1/organizations/api_keys"
            })
    void nothingElseDoesHoweverItIsWritten(String path) {
        assertThat(anthropic.match("POST", path)).isNull();
        assertThat(anthropic.match("GET", path)).isNull();
    }

    @Test
    void theMethodCounts() {
        assertThat(anthropic.match("DELETE", "/v1/messages")).isNull();
        assertThat(anthropic.match("post", "/v1/messages")).isNull();
    }

    @Test
    void whatWouldTellOfASharedKeyIsNotAllowed() {
        assertThat(openRouter.match("GET", "/api/v1/key")).isNull();
        assertThat(openRouter.match("POST", "/api/v1/chat/completions")).isNotNull();
    }
}
