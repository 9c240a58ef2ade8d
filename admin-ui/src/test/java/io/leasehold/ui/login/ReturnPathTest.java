package io.leasehold.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @Test
    void leadsBackToAPageWithItsFilters() {
        assertThat(ReturnPath.of("/keys?workspace=acme&open=1")).isEqualTo("/keys?workspace=acme&open=1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "keys", "//evil.example", "/\\evil.example", "https://evil.example/", "/a\r\nset-cookie: x"})
    void neverLeadsToAnotherSite(String wanted) {
        assertThat(ReturnPath.of(wanted)).isEqualTo("/");
    }
}
