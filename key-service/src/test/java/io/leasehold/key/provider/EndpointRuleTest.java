package io.leasehold.key.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRuleTest {
    private static final Optional<URI> CONFIGURED = Optional.of(URI.create("http://localhost:8090/anthropic"));

    private final EndpointRule publicHosts = rule("93.184.216.34");

    @Test
    void withoutOneTheConfiguredOneIsUsed() {
        assertThat(publicHosts.choose(null, CONFIGURED)).isEqualTo(CONFIGURED.get());
    }

    @Test
    void withoutAnyItIsTheProvidersOwn() {
        assertThat(publicHosts.choose(null, Optional.empty())).isNull();
    }

    @Test
    void theConfiguredOneMayBeInsideAndPlain() {
        URI wanted = URI.create("http://localhost:8090/anthropic/");

        assertThat(rule("127.0.0.1").choose(wanted, CONFIGURED)).isEqualTo(CONFIGURED.get());
    }

    @Test
    void aPublicHttpsAddressIsTakenWithoutItsTrailingSlash() {
        assertThat(publicHosts.choose(URI.create("https://llm.example.com/v2/"), CONFIGURED))
                .hasToString("https://llm.example.com/v2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "224.0.0.1", "240.0.0.1", "198.18.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1",
                "64:ff9b::a00:1", "2002:a00:1::"
            })
    void aHostInsideIsRefused(String address) {
        URI wanted = URI.create("https://innocent.example.com");

        assertThatThrownBy(() -> rule(address).choose(wanted, CONFIGURED))
                .isInstanceOf(InvalidRequestProblem.class)
                .hasMessageContaining("public");
    }

    @Test
    void oneAddressInsideAmongPublicOnesIsEnoughToRefuse() {
        EndpointRule rule = rule("93.184.216.34", "10.0.0.1");

        assertThatThrownBy(() -> rule.choose(URI.create("https://llm.example.com"), CONFIGURED))
                .isInstanceOf(InvalidRequestProblem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://llm.example.com",
                "ftp://llm.example.com",
                "llm.example.com",
                "https:///path",
                "file:///etc/passwd",
                "https://user:pass@llm.example.com",
                "https://llm.example.com?x=1",
                "https://llm.example.com#x"
            })
    void whatIsNoPlainHttpsAddressIsRefused(String wanted) {
        assertThatThrownBy(() -> publicHosts.choose(URI.create(wanted), CONFIGURED))
                .isInstanceOf(InvalidRequestProblem.class);
    }

    @Test
    void aHostThatNobodyKnowsIsRefused() {
        EndpointRule rule = new EndpointRule(host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> rule.choose(URI.create("https://nowhere.example.com"), CONFIGURED))
                .hasMessageContaining("can't be found");
    }

    private static EndpointRule rule(String... addresses) {
        return new EndpointRule(host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        });
    }
}
