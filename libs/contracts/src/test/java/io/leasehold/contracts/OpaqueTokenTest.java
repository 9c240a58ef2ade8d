package io.leasehold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTokenTest {
    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @EnumSource(TokenKind.class)
    void aMintedTokenLooksValidAsWhatItIsOnly(TokenKind kind) {
        for (int i = 0; i < 1_000; i++) {
            String token = kind.mint(random).text();

            for (TokenKind other : TokenKind.values()) {
                assertThat(other.looksValid(token)).isEqualTo(other == kind);
                assertThat(other.hasPrefix(token)).isEqualTo(other == kind);
            }
        }
    }

    @Test
    void noTwoTokensAreTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(TokenKind.LEASE.mint(random).text());
        }

        assertThat(seen).hasSize(1_000);
    }

    @Test
    void oneWrongCharacterAnywhereIsFound() {
        String token = TokenKind.LEASE.mint(random).text();

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(TokenKind.LEASE.looksValid(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("changed at %d", i)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lh_",
                "sk-ant-api03-abc",
                "lh_äöü",
                "LH_0000000000000000000000000000000000000000000000000",
                "lht_0000000000000000000000000000000000000000000aaaaaa"
            })
    void whatIsNoTokenDoesNotLookValid(String text) {
        for (TokenKind kind : TokenKind.values()) {
            assertThat(kind.looksValid(text)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"LEASE,lh_", "API,lht_", "ENROLMENT,lhe_", "NODE,lhn_"})
    void theFormIsFixed(TokenKind kind, String prefix) {
        String token = kind.mint(new Random(1)).text();

        assertThat(token).matches(prefix + "[0-9A-Za-z]{49}");
    }

    @Test
    void theHashIsTheOneEverybodyElseComputes() {
        assertThat(OpaqueToken.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        OpaqueToken token = TokenKind.API.mint(random);
        assertThat(token.sha256()).isEqualTo(OpaqueToken.sha256(token.text()));
    }

    @Test
    void theSecretIsNeitherInItsDescriptionNorInItsMask() {
        OpaqueToken token = TokenKind.API.mint(random);
        String secret = token.text().substring(4, 47);

        assertThat(token.toString()).doesNotContain(secret.substring(0, 8));
        assertThat(token.masked()).hasSize(9).doesNotContain(secret.substring(39));
    }
}
