package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Providers;
import io.leasehold.providers.dialect.Dialect;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private final Dialect anthropic =
            Providers.load().get("anthropic").dialect().orElseThrow();

    @Test
    void onlyTheKeyAndWhatTheProviderKnowsGoesUpstream() {
        MultiMap client = MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", "Bearer lh_token")
                .add("X-Api-Key", "lh_token")
                .add("Cookie", "a=b")
                .add("Host", "gateway:8080")
                .add("Accept-Encoding", "gzip, br")
                .add("X-Leasehold-Agent", "builder")
                .add("Forwarded", "for=10.0.0.1")
                .add("X-Forwarded-For", "10.0.0.1")
                .add("traceparent", "00-1-2-3")
                .add("anthropic-version", "2023-06-01")
                .add("Anthropic-Beta", "one")
                .add("Content-Type", "application/json");
        MultiMap upstream = MultiMap.caseInsensitiveMultiMap();

        Headers.toProvider(anthropic, client, upstream, "sk-ant-secret");

        assertThat(upstream.names())
                .containsExactlyInAnyOrder(
                        "anthropic-version", "anthropic-beta", "content-type", "accept-encoding", "x-api-key");
        assertThat(upstream.get("x-api-key")).isEqualTo("sk-ant-secret");
        assertThat(upstream.get("accept-encoding")).isEqualTo("identity");
    }

    @Test
    void hopByHopHeadersStayOnTheirHop() {
        MultiMap upstream = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "keep-alive, X-Only-Here")
                .add("X-Only-Here", "1")
                .add("Keep-Alive", "timeout=5")
                .add("Transfer-Encoding", "chunked")
                .add("Trailer", "x")
                .add("Proxy-Authenticate", "Basic")
                .add("Set-Cookie", "a=b")
                .add("X-Leasehold-Reserved", "1")
                .add("Request-Id", "req_1")
                .add("Retry-After", "3")
                .add("Anthropic-Ratelimit-Requests-Limit", "50");
        MultiMap client = MultiMap.caseInsensitiveMultiMap();

        Headers.toClient(anthropic, upstream, client);

        assertThat(client.names())
                .containsExactlyInAnyOrder("request-id", "retry-after", "anthropic-ratelimit-requests-limit");
    }

    @Test
    void aHeaderThatTheClientDeclaresHopByHopDoesNotGoUpstream() {
        MultiMap client = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, Anthropic-Beta")
                .add("Anthropic-Beta", "one");
        MultiMap upstream = MultiMap.caseInsensitiveMultiMap();

        Headers.toProvider(anthropic, client, upstream, "sk-ant-secret");

        assertThat(upstream.contains("anthropic-beta")).isFalse();
    }
}
