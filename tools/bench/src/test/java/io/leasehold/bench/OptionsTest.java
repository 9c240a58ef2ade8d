package io.leasehold.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void everythingHasAUsualValue() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(5, 5, 32, 1_000, 2_000, new LinkedHashMap<>()));
    }

    @Test
    void everythingCanBeChosen() {
        List<String> arguments =
                List.of("--rate", "50", "--rounds", "3", "--connections", "8", "--seconds", "2", "--streams", "100");

        assertThat(Options.parse(arguments)).isEqualTo(new Options(3, 2, 8, 50, 100, new LinkedHashMap<>()));
    }

    @Test
    void othersAreMeasuredInTheirOrder() {
        Options options = Options.parse(
                List.of("--also", "other=http://127.0.0.1:4000", "--also", "one=http://[::1]:4001/anthropic"));

        assertThat(options.also())
                .containsExactly(
                        entry("other", URI.create("http://127.0.0.1:4000")),
                        entry("one", URI.create("http://[::1]:4001/anthropic")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "=http://127.0.0.1:4000", "other=http://127.0.0.1", "other=4000", "other=a b"})
    void whatCantBeCalledIsRefused(String value) {
        assertThatThrownBy(() -> Options.parse(List.of("--also", value))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--json", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", ""})
    void onlyPositiveNumbersAreTaken(String value) {
        assertThatThrownBy(() -> Options.parse(List.of("--rounds", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rounds");
    }

    @Test
    void anOptionWithoutItsNumberIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--rounds", "3", "--rate")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rate");
    }
}
