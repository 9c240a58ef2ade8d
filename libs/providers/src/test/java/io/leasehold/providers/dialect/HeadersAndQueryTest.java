package io.leasehold.providers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Providers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersAndQueryTest {
    private final Dialect anthropic =
            Providers.load().get("anthropic").dialect().orElseThrow();
    private final HeaderRules headers = anthropic.headers();

    @ParameterizedTest
    @ValueSource(
            strings = {"anthropic-version", "anthropic-beta", "user-agent", "x-stainless-lang", "content-type", "accept"
            })
    void whatTheProviderNeedsPasses(String name) {
        assertThat(headers.passesUpstream(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "x-api-key",
                "api-key",
                "x-goog-api-key",
                "cookie",
                "host",
                "accept-encoding",
                "content-length",
                "connection",
                "transfer-encoding",
                "proxy-authorization",
                "x-leasehold-user",
                "x-forwarded-for",
                "traceparent"
            })
    void credentialsAndWhatIsOursStayHere(String name) {
        assertThat(headers.passesUpstream(name)).isFalse();
    }

    @Test
    void anAnswerKeepsItsHeadersButForTheHop() {
        assertThat(headers.passesToClient("request-id")).isTrue();
        assertThat(headers.passesToClient("anthropic-ratelimit-requests-remaining"))
                .isTrue();
        assertThat(headers.passesToClient("retry-after")).isTrue();
        assertThat(headers.passesToClient("transfer-encoding")).isFalse();
        assertThat(headers.passesToClient("content-length")).isFalse();
        assertThat(headers.passesToClient("set-cookie")).isFalse();
        assertThat(headers.passesToClient("proxy-authenticate")).isFalse();
    }

    @Test
    void aTokenIsReadFromEitherHeader() {
        CredentialHeader own = anthropic.clientCredentials().getFirst();
        CredentialHeader bearer = anthropic.clientCredentials().getLast();

        assertThat(own.name()).isEqualTo("x-api-key");
        assertThat(own.read("lh_abc")).isEqualTo("lh_abc");
        assertThat(bearer.read("bearer lh_abc")).isEqualTo("lh_abc");
        assertThat(bearer.read("Basic lh_abc")).isNull();
        assertThat(bearer.read("Bearer ")).isNull();
        assertThat(bearer.read(null)).isNull();
        assertThat(bearer.write("key")).isEqualTo("Bearer key");
    }

    @ParameterizedTest
    @CsvSource({
        "beta=true,beta=true",
        "key=lh_abc&beta=true,beta=true",
        "beta=true&API_KEY=lh_abc,beta=true",
        "limit=5&k%65y=lh_abc,limit=5",
        "ids%5B%5D=1,ids%5B%5D=1",
        "key%5B%5D=1&a=1,a=1"
    })
    void credentialsInAQueryAreTakenOut(String query, String expected) {
        assertThat(anthropic.upstreamQuery(query)).isEqualTo(expected);
    }

    @Test
    void anEmptyQueryIsNone() {
        assertThat(anthropic.upstreamQuery("key=lh_abc")).isNull();
        assertThat(anthropic.upstreamQuery("")).isNull();
        assertThat(anthropic.upstreamQuery(null)).isNull();
    }

    /** The query only where the provider knows a credential there, and only without one in a header. */
    @Test
    void aTokenIsFoundWhereTheProvidersClientsPutIt() {
        Dialect google = Providers.load().get("google").dialect().orElseThrow();

        assertThat(google.clientToken(name -> null, "alt=sse&key=lh_abc")).isEqualTo("lh_abc");
        assertThat(google.clientToken(Map.of("x-goog-api-key", "lh_header")::get, "key=lh_abc"))
                .isEqualTo("lh_header");
        assertThat(google.clientToken(name -> null, "keys=lh_abc&key=")).isNull();
        assertThat(google.clientToken(name -> null, null)).isNull();
        assertThat(anthropic.clientToken(name -> null, "key=lh_abc")).isNull();
        assertThat(google.upstreamQuery("alt=sse&key=lh_abc")).isEqualTo("alt=sse");
    }
}
