package io.leasehold.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretFormatTest {
    private final Providers providers = Providers.load();
    private final SecretFormat anthropic = providers.get("anthropic").secretFormat();

    @Test
    void aMaskShowsTheBeginningThatAllShareAndTheLastFour() {
        assertThat(anthropic.mask("sk-ant-api03-R2DxxxxxxxxxxxxxxxxxxxxxxxxAAAA9fQ2"))
                .isEqualTo("sk-ant-…9fQ2");
        assertThat(anthropic.mask("something-else-entirely-9fQ2")).isEqualTo("…9fQ2");
    }

    @Test
    void ofAShortSecretNothingIsShown() {
        assertThat(anthropic.mask("sk-ant-9fQ2")).isEqualTo("…");
        assertThat(SecretFormat.last4("sk-ant-9fQ2")).isEmpty();
    }

    @Test
    void anAdminCredentialIsToldFromAKey() {
        assertThat(anthropic.isAdmin("sk-ant-admin01-abc")).isTrue();
        assertThat(anthropic.isAdmin("sk-ant-api03-abc")).isFalse();
        SecretFormat openAi = providers.get("openai").secretFormat();
        assertThat(openAi.isAdmin("sk-admin-abc")).isTrue();
        assertThat(openAi.isAdmin("sk-proj-abc")).isFalse();
        assertThat(openAi.isAdmin("sk-abc")).isFalse();
        assertThat(providers.get("openrouter").secretFormat().isAdmin("sk-or-v1-abc"))
                .isFalse();
    }

    @Test
    void aProviderIsFoundByTheBeginningOfItsSecrets() {
        assertThat(providers.ofSecret("sk-or-v1-0123").orElseThrow().id()).isEqualTo("openrouter");
        assertThat(providers.ofSecret("sk-ant-api03-0123").orElseThrow().id()).isEqualTo("anthropic");
        assertThat(providers.ofSecret("sk-proj-0123").orElseThrow().id()).isEqualTo("openai");
        assertThat(providers.ofSecret("hello")).isEmpty();
    }

    @Test
    void aSecretNeverPrintsItselfAndCanBeWiped() {
        Secret secret = Secret.of("sk-ant-api03-very-secret");
        Access access = new Access(providers.get("anthropic").defaultBaseUrl(), secret);

        assertThat(secret + " " + access).doesNotContain("very-secret");

        secret.wipe();
        assertThat(secret.reveal()).doesNotContain("secret");
    }

    @Test
    void whatNoHeaderCanCarryIsNoSecret() {
        assertThatThrownBy(() -> Secret.of("two\nlines")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
