package io.leasehold.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/keys", "/keys/0199f000-0000-7000-8000-00000000ac3e", "/nope"})
    void theAppAnswersForPages(String path) {
        assertThat(PageRoutes.isPage(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/keys", "/assets/index-1.js", "/favicon.svg", "/q/health", "/login"})
    void filesAndTheApiAreNoPages(String path) {
        assertThat(PageRoutes.isPage(path)).isFalse();
    }
}
