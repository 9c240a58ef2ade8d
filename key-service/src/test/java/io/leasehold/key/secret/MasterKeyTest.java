package io.leasehold.key.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @Test
    void sixtyFourHexCharactersAreTaken() {
        assertThat(MasterKey.ofHex(HEX).key().getEncoded()).hasSize(32);
        assertThat(MasterKey.ofHex(HEX.toUpperCase(Locale.ROOT)).id())
                .isEqualTo(MasterKey.ofHex(HEX).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00",
                "g00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String hex) {
        assertThatThrownBy(() -> MasterKey.ofHex(hex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hex characters")
                .message()
                .satisfies(message ->
                        assertThat(hex.length() < 10 || !message.contains(hex)).isTrue());
    }

    @Test
    void itDoesNotPrintItself() {
        assertThat(MasterKey.ofHex(HEX).toString()).doesNotContain(HEX);
    }
}
