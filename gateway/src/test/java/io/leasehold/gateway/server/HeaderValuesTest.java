package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-api-key: other", "a\nb", "a\rb", "a\u0000b"})
    void whatWouldBeSeveralLinesIsBroken(String value) {
        assertThat(HeaderValues.isBroken(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2023-06-01", "a, b\tc", "\u00e4"})
    void whateverElseIsNot(String value) {
        assertThat(HeaderValues.isBroken(value)).isFalse();
    }
}
