package io.leasehold.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void optionsAreTakenOutAndTheRestIsPassedOn() {
        var arguments = new Arguments(List.of("test", "--module", "gateway", "-Dtest=X", "--yes"));

        assertThat(arguments.verb()).isEqualTo("test");
        assertThat(arguments.takeValue("--module")).contains("gateway");
        assertThat(arguments.takeFlag("--yes")).isTrue();
        assertThat(arguments.takeFlag("--yes")).isFalse();
        assertThat(arguments.rest()).containsExactly("-Dtest=X");
    }

    @Test
    void whatNobodyTakesIsRefused() {
        var arguments = new Arguments(List.of("up", "--detached"));

        assertThatThrownBy(arguments::expectNoMore).hasMessageContaining("--detached");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        var arguments = new Arguments(List.of("test", "--module"));

        assertThatThrownBy(() -> arguments.takeValue("--module")).hasMessageContaining("--module");
    }
}
