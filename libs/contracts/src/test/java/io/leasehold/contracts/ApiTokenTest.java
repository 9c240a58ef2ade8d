package io.leasehold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void theFormIsFixed() {
        ApiToken token = ApiToken.mint(new Random(1));

        assertThat(token.text()).matches("lht_[0-9A-Za-z]{49}");
        assertThat(ApiToken.looksValid(token.text())).isTrue();
        assertThat(token.sha256()).isEqualTo(ApiToken.sha256(token.text()));
    }

    @Test
    void aLeaseTokenIsNone() {
        String lease = LeaseToken.mint(random).text();

        assertThat(ApiToken.looksValid(lease)).isFalse();
        assertThat(ApiToken.hasPrefix(lease)).isFalse();
        assertThat(LeaseToken.looksValid(ApiToken.mint(random).text())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lht_", "lht_äöü", "lht_0000000000000000000000000000000000000000000aaaaaa"})
    void whatIsNoTokenDoesNotLookValid(String text) {
        assertThat(ApiToken.looksValid(text)).isFalse();
    }

    @Test
    void theSecretIsNeitherInItsDescriptionNorInItsMask() {
        ApiToken token = ApiToken.mint(random);
        String secret = token.text().substring(4, 47);

        assertThat(token.toString()).doesNotContain(secret.substring(0, 8));
        assertThat(token.masked()).hasSize(9).doesNotContain(secret.substring(39));
    }
}
