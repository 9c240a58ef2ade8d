package io.leasehold.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutAnythingTheDefaultsHold() {
        assertThat(Options.of(List.of(), Map.of())).isEqualTo(Options.DEFAULTS);
        assertThat(Options.DEFAULTS.port()).isEqualTo(8090);
        assertThat(Options.DEFAULTS.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void argumentsWinOverTheEnvironment() {
        Options options = Options.of(
                List.of("--port", "9000", "--seed", "--data", "sim.jsonl", "--event-loops", "2"),
                Map.of("PROVIDER_SIM_PORT", "9001", "PROVIDER_SIM_HOST", "0.0.0.0"));

        assertThat(options).isEqualTo(new Options("0.0.0.0", 9000, Path.of("sim.jsonl"), true, 2));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--prot", "1"), Map.of()))
                .withMessageContaining("--prot");
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of("--port"), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of("--port", "x"), Map.of()));
    }

    @Test
    void aTakenPortIsAnErrorAtOnce() {
        try (TestSim first = TestSim.start()) {
            Options samePort = Options.DEFAULTS.withPort(first.port());

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> ProviderSim.start(samePort))
                    .withMessageContaining("in use");
        }
    }

    @Test
    void severalEventLoopsShareOnePort() {
        try (TestSim sim = TestSim.start(Options.onAnyPort().withEventLoops(2))) {
            TestSim.Key key = sim.anthropicKey();

            for (int i = 0; i < 20; i++) {
                assertThat(sim.anthropic("GET", "/v1/models", key).status()).isEqualTo(200);
            }
        }
    }
}
