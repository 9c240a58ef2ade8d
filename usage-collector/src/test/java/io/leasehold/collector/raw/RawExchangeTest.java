package io.leasehold.collector.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.ApiCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RawExchangeTest {
    private static final String CREDENTIAL = "a-credential-that-looks-like-nothing";

    @Test
    void theCredentialAndWhatLooksLikeASecretAreCutOut() {
        RawExchange exchange =
                exchange("{\"you\":\"%s\",\"key\":\"sk-ant-api03-AbCdEfGhIjKlMnOpQrStUv\"}".formatted(CREDENTIAL));

        assertThat(exchange.body()).isEqualTo("{\"you\":\"[redacted]\",\"key\":\"[redacted]\"}");
        assertThat(exchange.path()).isEqualTo("/v1/things?key=[redacted]");
        assertThat(exchange.truncated()).isFalse();
    }

    @Test
    void aLongAnswerEndsEarlyAndSaysSo() {
        RawExchange exchange = exchange("x".repeat(RawExchange.LONGEST_BODY + 1));

        assertThat(exchange.body()).hasSize(RawExchange.LONGEST_BODY);
        assertThat(exchange.truncated()).isTrue();
        assertThat(exchange.bytes()).isEqualTo(RawExchange.LONGEST_BODY + 1L);
    }

    private static RawExchange exchange(String body) {
        Access access = new Access(URI.create("https://llm.example.com"), Secret.of(CREDENTIAL));
        ApiCall call = ApiCall.get(access, new CredentialHeader("x-api-key", ""), "/v1/things?key=" + CREDENTIAL);
        return RawExchange.of(call, 200, body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(3));
    }
}
