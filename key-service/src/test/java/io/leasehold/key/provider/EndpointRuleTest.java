package io.leasehold.key.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.http.AddressRule;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
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

    @Test
    void aHostInsideIsRefused() {
        assertThatThrownBy(() -> rule("10.0.0.1").choose(URI.create("https://innocent.example.com"), CONFIGURED))
                .isInstanceOf(InvalidRequestProblem.class)
                .hasMessageContaining("public");
    }

    @Test
    void anotherPathOnTheConfiguredHostIsAnAddressInside() {
        assertThatThrownBy(() -> rule("127.0.0.1").choose(URI.create("https://localhost:8090/admin"), CONFIGURED))
                .isInstanceOf(InvalidRequestProblem.class)
                .hasMessageContaining("public");
    }

    @Test
    void anAddressWithoutEndIsRefused() {
        URI wanted = URI.create("https://llm.example.com/" + "x".repeat(500));

        assertThatThrownBy(() -> publicHosts.choose(wanted, CONFIGURED)).hasMessageContaining("at most 500");
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
        EndpointRule rule = new EndpointRule(new AddressRule(List.of(), host -> {
            throw new UnknownHostException(host);
        }));

        assertThatThrownBy(() -> rule.choose(URI.create("https://nowhere.example.com"), CONFIGURED))
                .hasMessageContaining("can't be found");
    }

    /** The operator's own address is trusted, as in the running service. */
    private static EndpointRule rule(String address) {
        return new EndpointRule(
                new AddressRule(List.of(CONFIGURED.get()), host -> new InetAddress[] {InetAddress.getByName(address)}));
    }
}
