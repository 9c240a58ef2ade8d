package io.leasehold.key.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final UUID WORKSPACE = UUID.fromString("0199f000-0000-7000-8000-00000000ac3e");

    private final Fingerprints fingerprints = new Fingerprints("a configured secret");

    @Test
    void theSameSecretHasTheSameFingerprint() {
        assertThat(fingerprints.of(WORKSPACE, "sk-1"))
                .isEqualTo(new Fingerprints("a configured secret").of(WORKSPACE, "sk-1"))
                .hasSize(32);
    }

    @Test
    void anotherSecretHasAnother() {
        assertThat(fingerprints.of(WORKSPACE, "sk-1")).isNotEqualTo(fingerprints.of(WORKSPACE, "sk-2"));
    }

    @Test
    void anotherWorkspaceCantRecogniseIt() {
        assertThat(fingerprints.of(WORKSPACE, "sk-1")).isNotEqualTo(fingerprints.of(new UUID(0, 1), "sk-1"));
    }

    @Test
    void anotherConfigurationCantRecogniseIt() {
        assertThat(fingerprints.of(WORKSPACE, "sk-1")).isNotEqualTo(new Fingerprints("another").of(WORKSPACE, "sk-1"));
    }
}
