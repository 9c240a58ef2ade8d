package io.leasehold.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static final List<URI> TRUSTED =
            List.of(URI.create("http://localhost:8090/anthropic"), URI.create("https://LLM.internal"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "192.0.1.1",
                "100.128.0.1",
                "172.32.0.1",
                "2606:2800:220:1::1",
                "2a00::1",
                "::ffff:93.184.216.34"
            })
    void addressesOfTheInternetMayBeConnectedTo(String address) throws IOException {
        assertThat(rule(address).resolve("llm.example.com", 443)).isEqualTo(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "fc00::1",
                "fd00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::",
                "3fff::1",
                "5f00::1"
            })
    void otherAddressesMayNot(String address) {
        assertThatThrownBy(() -> rule(address).resolve("llm.example.com", 443))
                .isInstanceOf(AddressRule.NotPublicException.class)
                .hasMessage("llm.example.com is no public address.");
    }

    @Test
    void oneAddressInsideAmongPublicOnesIsEnoughToRefuse() {
        assertThatThrownBy(() -> rule("93.184.216.34", "10.0.0.1").resolve("llm.example.com", 443))
                .isInstanceOf(AddressRule.NotPublicException.class);
    }

    @Test
    void whatTheOperatorNamedMayLieAnywhere() throws IOException {
        InetAddress inside = InetAddress.getByName("10.0.0.1");

        assertThat(rule("10.0.0.1").resolve("localhost", 8090)).isEqualTo(inside);
        assertThat(rule("10.0.0.1").resolve("llm.internal", 443)).isEqualTo(inside);
    }

    @Test
    void itsNeighboursMayNot() {
        assertThatThrownBy(() -> rule("127.0.0.1").resolve("localhost", 8091))
                .isInstanceOf(AddressRule.NotPublicException.class);
        assertThatThrownBy(() -> rule("127.0.0.1").resolve("127.0.0.1", 8090))
                .isInstanceOf(AddressRule.NotPublicException.class);
        assertThatThrownBy(() -> rule("10.0.0.1").resolvePublic("llm.internal"))
                .isInstanceOf(AddressRule.NotPublicException.class);
    }

    @Test
    void aNameWithoutAddressIsSaidToBeUnknown() {
        AddressRule rule = new AddressRule(TRUSTED, host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> rule.resolve("nowhere.example.com", 443)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void aConfiguredAddressWithoutHostIsRefused() {
        assertThatThrownBy(() -> new AddressRule(List.of(URI.create("localhost:8090"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no host");
    }

    private static AddressRule rule(String... addresses) {
        return new AddressRule(TRUSTED, host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        });
    }
}
