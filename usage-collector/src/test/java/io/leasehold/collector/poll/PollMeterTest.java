package io.leasehold.collector.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.ApiCall;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollMeterTest {
    private static final ApiCall CALL = ApiCall.get(
            new Access(URI.create("https://management.azure.com"), Secret.of("token")),
            new CredentialHeader("authorization", "Bearer"),
            "/listKeys");

    private final PollMeter meter = new PollMeter(10);

    /** Azure's keys look like any other text. */
    @Test
    void answersThatMayHoldSecretsAreCountedAndKeptNowhere() {
        meter.measure(() -> {
            answered("{\"value\":[]}");
            PollMeter.withoutKeeping(() -> answered("{\"key1\":\"0123456789abcdef0123456789abcdef\"}"));
        });

        assertThat(meter.calls()).isEqualTo(2);
        assertThat(meter.exchanges()).hasSize(1).noneMatch(kept -> kept.body().contains("0123456789abcdef"));
    }

    private static void answered(String body) {
        PollMeter.note(CALL, 200, body.getBytes(UTF_8), Duration.ofMillis(1));
    }
}
