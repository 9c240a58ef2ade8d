package io.leasehold.gateway.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.WorkspaceView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String LEASE_TOKEN = "lh_" + "a1B2c3D".repeat(7);

    private final Redaction redaction = Redaction.with(List.of(new WorkspaceView.Redaction("employee", "E-\\d{6}")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key sk-ant-api03-abcdefghijklmnop-_1 is  | key [redacted:key] is
            (sk-proj-0123456789abcdefgh)             | ([redacted:key])
            AIzaSyA1234567890abcdefghijklmnopqrstuv  | [redacted:key]
            \\nsk-or-v1-0123456789abcdef             | \\n[redacted:key]
            \\u0009sk-or-v1-0123456789abcdef         | \\u0009[redacted:key]
            authorization: bearer eyJhbGciOi.J9_x-y  | authorization: bearer [redacted:token]
            mail ada.l+x@mail.example.co.uk.         | mail [redacted:e-mail].
            \\nada@example.com                       | \\n[redacted:e-mail]
            ada\\u0040example.com                    | [redacted:e-mail]
            4111111111111111                         | [redacted:card]
            pay 12 4111-1111-1111-1111 now           | pay 12 [redacted:card] now
            3782 822463 10005                        | [redacted:card]
            badge E-123456                           | badge [redacted:employee]
            """)
    void isTakenOut(String text, String told) {
        assertThat(redaction.apply(text)).isEqualTo(told);
    }

    @Test
    void tokensOfOurOwnAreTakenOut() {
        assertThat(redaction.apply("LEASE=" + LEASE_TOKEN + ";")).isEqualTo("LEASE=[redacted:key];");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-learn and task-0123456789abcdefgh",
                "the bearer responsibilities",
                "git@host:repo user@localhost @ada",
                "4111111111111112 1764512345678 411111111111111111111111",
                "2026-11-30 12:00:00 +49 221 1234567",
                "E-12345",
                ""
            })
    void isLeftAsItIs(String text) {
        assertThat(redaction.apply(text)).isEqualTo(text);
    }

    /** Nothing takes longer than reading a few times, whatever a client sends. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "@", "a@", "4 ", "sk-", "bearer ", "a.", "\\u0040", "E-"})
    @Timeout(10)
    void noTextTakesLong(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        long begun = System.nanoTime();

        redaction.apply(text);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
