package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void theFirstSegmentNamesTheProviderAndTheRestIsItsOwn() {
        assertThat(Target.parse("/anthropic/v1/models?limit=5"))
                .isEqualTo(new Target("anthropic", "/v1/models", "limit=5"));
        assertThat(Target.parse("/openrouter/api/v1/models"))
                .isEqualTo(new Target("openrouter", "/api/v1/models", null));
    }

    @Test
    void nothingIsDecodedOrMadeStraight() {
        assertThat(Target.parse("/anthropic/v1/%2e%2e/../models"))
                .isEqualTo(new Target("anthropic", "/v1/%2e%2e/../models", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/anthropic/v1/models?a=\u0001", "/anthropic/v1/m\u00e4", "/anthropic/v1/models?a#b", "/a/\u007f"
            })
    void whatIsNotWellWrittenIsNoTarget(String uri) {
        assertThat(Target.parse(uri)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "*", "//v1/models", "/anthropic", "/anthropic?/v1", "http://anthropic/v1/models"})
    void whateverElseIsNoTarget(String uri) {
        assertThat(Target.parse(uri)).isNull();
    }
}
