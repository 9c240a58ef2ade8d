package io.leasehold.gateway.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.event.WorkspaceView;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
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
            https://x/?q=%3Dsk-0123456789abcdefgh&a  | https://x/?q=%3D[redacted:key]&a
            mailto:ada%40example.com                 | mailto:[redacted:e-mail]
            pay%204111111111111111                   | pay%20[redacted:card]
            \\u001b[01;31m\\u001b[Ksk-0123456789abcdef0 | \\u001b[01;31m\\u001b[K[redacted:key]
            rootsk-ant-api03-0123456789abcdef        | root[redacted:key]
            key AQ.Ab8RN6a1B2c3D4e5F6g7H8i9J0k1L2m3N | key [redacted:key]
            hvs.CAESIJa1B2c3D4e5F6g7H8i9J0           | [redacted:key]
            t=eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x_y | t=[redacted:token]
            Authorization: Basic YWRhOmxvdmVsYWNl    | Authorization: Basic [redacted:token]
            -----BEGIN EC PRIVATE KEY-----\\nMHcC=\\n-----END EC PRIVATE KEY----- x | [redacted:key] x
            -----BEGIN PRIVATE KEY-----\\nMHcCa/b+   | [redacted:key]
            """)
    void isTakenOut(String text, String told) {
        assertThat(redaction.apply(text)).isEqualTo(told);
    }

    @ParameterizedTest
    @EnumSource(TokenKind.class)
    void tokensOfOurOwnAreTakenOut(TokenKind kind) {
        String token = kind.mint(new SecureRandom()).text();

        assertThat(redaction.apply("TOKEN=" + token + ";")).isEqualTo("TOKEN=[redacted:key];");
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
                "basic understanding and Basic authentication",
                "-----BEGIN PUBLIC KEY-----\nMHcC\n-----END PUBLIC KEY-----",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0",
                "src/main/java/io/example/gateway/redact/RedactionTest.java",
                ""
            })
    void isLeftAsItIs(String text) {
        assertThat(redaction.apply(text)).isEqualTo(text);
    }

    /** Nothing takes longer than reading a few times, whatever a client sends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "@",
                "a@",
                "4 ",
                "sk-",
                "bearer ",
                "a.",
                "\\u0040",
                "E-",
                "%40",
                "eyJ",
                "eyJ.",
                "basic ",
                "basic",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "\u001b[1",
                "QUFB"
            })
    @Timeout(10)
    void noTextTakesLong(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        long begun = System.nanoTime();

        redaction.apply(text);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
