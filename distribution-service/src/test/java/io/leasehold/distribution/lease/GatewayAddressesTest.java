package io.leasehold.distribution.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressesTest {
    private static final URI SHARED = URI.create("https://llm.example.com");
    private static final UUID ACME = UUID.randomUUID();
    private static final UUID GLOBEX = UUID.randomUUID();
    private static final Map<UUID, String> SLUGS = Map.of(ACME, "acme", GLOBEX, "globex");

    @Test
    void aWorkspaceHasItsOwnGatewayOrTheOneOfAll() {
        GatewayAddresses addresses = addresses("acme=https://acme.llm.example.com", "initech=https://in.example.com");

        assertThat(addresses.of(ACME)).hasToString("https://acme.llm.example.com");
        assertThat(addresses.of(GLOBEX)).isEqualTo(SHARED);
        assertThat(addresses.of(UUID.randomUUID())).as("one that nobody knows").isEqualTo(SHARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme", "=https://acme.llm.example.com", "acme=", "acme=llm.example.com", "acme=https://a b"})
    void whatIsNoAddressIsRefusedWithAnExample(String setting) {
        assertThatThrownBy(() -> addresses(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leasehold.gateway.dedicated-base-urls has '" + setting + "'")
                .hasMessageContaining("acme=https://");
    }

    private static GatewayAddresses addresses(String... dedicated) {
        return new GatewayAddresses(SHARED, List.of(dedicated), id -> Optional.ofNullable(SLUGS.get(id)));
    }
}
