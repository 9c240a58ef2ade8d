package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Providers;
import org.junit.jupiter.api.Test;

class RelayedProvidersTest {
    private final RelayedProviders relayed = RelayedProviders.of(Providers.load());

    @Test
    void areFoundByIdAndByAlias() {
        assertThat(relayed.find("azure"))
                .isNotNull()
                .isSameAs(relayed.find("azure-openai"))
                .extracting(RelayedProviders.Relayed::id)
                .isEqualTo("azure-openai");
        assertThat(relayed.find("genai")).isNotNull().isSameAs(relayed.find("google"));
    }

    @Test
    void areToldByTheirIds() {
        assertThat(relayed.ids())
                .containsExactly("anthropic", "azure-openai", "cohere", "google", "mistral", "openai", "openrouter");
    }

    @Test
    void thatAreNotRelayedAreNotFound() {
        assertThat(relayed.find("github-copilot")).isNull();
    }
}
