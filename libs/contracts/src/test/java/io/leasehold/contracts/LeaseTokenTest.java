package io.leasehold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseTokenTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void aMintedTokenLooksValid() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(LeaseToken.looksValid(LeaseToken.mint(random).text())).isTrue();
        }
    }

    @Test
    void noTwoTokensAreTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(LeaseToken.mint(random).text());
        }

        assertThat(seen).hasSize(1_000);
    }

    @Test
    void oneWrongCharacterAnywhereIsFound() {
        String token = LeaseToken.mint(random).text();

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(LeaseToken.looksValid(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("changed at %d", i)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lh_", "sk-ant-api03-abc", "lh_äöü", "LH_0000000000000000000000000000000000000000000000000"})
    void whatIsNoTokenDoesNotLookValid(String text) {
        assertThat(LeaseToken.looksValid(text)).isFalse();
    }

    @Test
    void theFormIsFixed() {
        String token = LeaseToken.mint(new Random(1)).text();

        assertThat(token).matches("lh_[0-9A-Za-z]{49}");
    }

    @Test
    void theHashIsTheOneEverybodyElseComputes() {
        assertThat(LeaseToken.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theSecretIsNotInItsDescription() {
        LeaseToken token = LeaseToken.mint(random);

        assertThat(token.toString()).doesNotContain(token.text().substring(3, 20));
    }
}
