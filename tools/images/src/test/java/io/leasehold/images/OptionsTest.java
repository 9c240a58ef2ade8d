package io.leasehold.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path ARCHIVES = Path.of("target/images");

    @Test
    void withoutWordsEverythingIsArchivedForThisMachine() {
        Options options = Options.of(List.of(), ARCHIVES);

        assertThat(options.destination()).isEqualTo(new Destination.Archive(ARCHIVES));
        assertThat(options.deployables()).containsExactly(Deployable.values());
        assertThat(options.platforms())
                .hasSize(1)
                .allMatch(platform -> platform.getOs().equals("linux"));
        assertThat(options.base()).isEqualTo("eclipse-temurin:25-jre");
        assertThat(options.tag()).isEmpty();
    }

    @Test
    void aRegistryTakesSeveralPlatforms() {
        Options options = Options.of(
                List.of(
                        "--to",
                        "registry.example.com/team/leasehold",
                        "--platform",
                        "linux/amd64,linux/arm64",
                        "--tag",
                        "next",
                        "gateway"),
                ARCHIVES);

        assertThat(options.destination()).isEqualTo(new Destination.Registry("registry.example.com/team/leasehold"));
        assertThat(options.platforms())
                .containsExactlyInAnyOrder(new Platform("amd64", "linux"), new Platform("arm64", "linux"));
        assertThat(options.destination().shown("gateway", options.tag().orElseThrow()))
                .isEqualTo("registry.example.com/team/leasehold/gateway:next");
        assertThat(options.deployables()).containsExactly(Deployable.GATEWAY);
    }

    @Test
    void anArchiveHoldsOnePlatform() {
        assertThatThrownBy(() -> Options.of(List.of("--platform", "linux/amd64,linux/arm64"), ARCHIVES))
                .hasMessageContaining("only a registry");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> Options.of(List.of("--to"), ARCHIVES)).hasMessage("--to wants a value");
        assertThatThrownBy(() -> Options.of(List.of("--platform", "amd64"), ARCHIVES))
                .hasMessageContaining("not amd64");
        assertThatThrownBy(() -> Options.of(List.of("--push"), ARCHIVES)).hasMessage("not understood: --push");
        assertThatThrownBy(() -> Options.of(List.of("--to", "registry"), ARCHIVES))
                .hasMessageContaining("not registry");
        assertThatThrownBy(() -> Options.of(List.of("postgres"), ARCHIVES))
                .hasMessageContaining("no image is called postgres")
                .hasMessageContaining("key-service");
    }
}
