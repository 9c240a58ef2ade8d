package io.leasehold.key.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** With the settings of the service that runs here. */
@QuarkusTest
class SecretsProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void resealingTellsWhatItDidAndUnderWhichKey() {
        int exit = run("reseal");

        assertThat(out.toString(UTF_8)).contains("resealed under master key", "left under another");
        // Other tests leave secrets behind that nobody can open.
        assertThat(exit).isEqualTo(out.toString(UTF_8).contains(" 0 left") ? 0 : 1);
    }

    @Test
    void aMoveThatIsNotConfiguredIsRefused() {
        assertThat(run("move")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("leasehold.secrets.moving-from");
    }

    @Test
    void whatItDoesNotKnowItSays() {
        assertThat(run("mvoe")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("reseal, or move");
    }

    private int run(String command) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return new SecretsProgram(config, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(List.of(command));
    }
}
