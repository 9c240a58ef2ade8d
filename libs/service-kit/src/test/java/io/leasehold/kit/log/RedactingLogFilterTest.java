package io.leasehold.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactingLogFilterTest {
    private final RedactingLogFilter filter = new RedactingLogFilter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-ant-api03-AbCdEfGhIjKlMnOpQrStUvWxYz-0123456789_igAA",
                "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",
                "sk-proj-abcdefghijklmnopqrstuvwx",
                "AIzaSyA1234567890abcdefghijklmnopqrstuvw",
                "ya29.a0AfB_byC1234567890-abcdefgh",
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0\n-----END PRIVATE KEY-----",
                "ghu_0123456789abcdefghijklmnopqrstuvwxyz",
                "lh_0123456789abcdefghijklmnopqrstuvwxyz",
                "lht_0123456789abcdefghijklmnopqrstuvwxyz",
                "hvs.CAESIJabcdefghijklmnop",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
            })
    void aSecretInAParameterIsCutOut(String secret) {
        ExtLogRecord logged = new ExtLogRecord(Level.INFO, "added key=%s ok", ExtLogRecord.FormatStyle.PRINTF, "test");
        logged.setParameters(new Object[] {secret});

        filter.isLoggable(logged);

        assertThat(logged.getMessage()).isEqualTo("added key=[redacted] ok");
    }

    @Test
    void whateverFollowsBearerIsCutOut() {
        LogRecord logged = new LogRecord(Level.INFO, "sent authorization: Bearer abcdef0123456789");

        filter.isLoggable(logged);

        assertThat(logged.getMessage()).isEqualTo("sent authorization: Bearer [redacted]");
    }

    @Test
    void aSecretInACauseIsCutOutAndTheStackStays() {
        LogRecord logged = new LogRecord(Level.WARNING, "failed");
        logged.setThrown(new IllegalStateException(
                "outer", new IllegalArgumentException("bad key sk-ant-api03-AbCdEfGhIjKlMnOpQrStUv")));

        filter.isLoggable(logged);

        StringWriter written = new StringWriter();
        logged.getThrown().printStackTrace(new PrintWriter(written));
        assertThat(written.toString())
                .doesNotContain("AbCdEfGh")
                .contains("IllegalArgumentException: bad key [redacted]")
                .contains("RedactingLogFilterTest");
    }

    @Test
    void anOrdinaryMessageIsLeftAlone() {
        ExtLogRecord logged = new ExtLogRecord(Level.INFO, "key added id=%s", ExtLogRecord.FormatStyle.PRINTF, "test");
        Object[] parameters = {"0199f000-0000-7000-8000-00000000ac3e"};
        logged.setParameters(parameters);

        filter.isLoggable(logged);

        assertThat(logged.getMessage()).isEqualTo("key added id=%s");
        assertThat(logged.getParameters()).isSameAs(parameters);
    }
}
