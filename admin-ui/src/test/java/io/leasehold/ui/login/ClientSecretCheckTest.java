package io.leasehold.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretCheckTest {
    @Test
    void aLongRandomSecretIsFine() {
        assertThat(new ClientSecretCheck("f9a63815c23415613d5ecd28d9107c0f").violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f9a63815c23415613d5ecd28d9107c0", "demo-demo-demo-demo-demo-demo-demo-demo-demo"})
    void aSecretThatCanBeGuessedIsNamedAndNotTold(String secret) {
        assertThat(new ClientSecretCheck(secret).violations())
                .singleElement()
                .asString()
                .contains("leasehold.oidc.client-secret")
                .doesNotContain("f9a63815")
                .doesNotContain("demo-demo");
    }
}
