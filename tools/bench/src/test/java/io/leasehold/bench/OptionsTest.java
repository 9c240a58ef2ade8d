package io.leasehold.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void everythingHasAUsualValue() {
        assertThat(Options.parse(List.of(), Options.USUAL)).isEqualTo(new Options(5, 5, 32, 500));
    }

    @Test
    void everythingCanBeChosen() {
        List<String> arguments = List.of("--rate", "50", "--rounds", "3", "--connections", "8", "--seconds", "2");

        assertThat(Options.parse(arguments, Options.USUAL)).isEqualTo(new Options(3, 2, 8, 50));
    }

    @Test
    void aBenchmarkMayHaveAnotherUsualRate() {
        assertThat(Options.parse(List.of("--rounds", "3"), Options.USUAL.withRate(1_000)))
                .isEqualTo(new Options(3, 5, 32, 1_000));
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--json", "1"), Options.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", ""})
    void onlyPositiveNumbersAreTaken(String value) {
        assertThatThrownBy(() -> Options.parse(List.of("--rounds", value), Options.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rounds");
    }

    @Test
    void anOptionWithoutItsNumberIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--rounds", "3", "--rate"), Options.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rate");
    }
}
