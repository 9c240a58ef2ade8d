package io.leasehold.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void whatAServiceWroteIsShownWithoutItsFrame() {
        String line = """
                {"timestamp":"2026-11-21T08:58:57Z","level":"ERROR","message":"request failed","threadId":63,\
                "exception":{"exceptionType":"java.io.IOException","message":"no space left"}}""";

        assertThat(LogLine.readable(line))
                .isEqualTo("2026-11-21T08:58:57Z ERROR request failed: java.io.IOException: no space left");
    }

    @Test
    void aLineWithoutAnExceptionEndsWithItsMessage() {
        assertThat(LogLine.readable("""
                {"timestamp":"t","level":"INFO","message":"started"}""")).isEqualTo("t INFO  started");
    }

    @Test
    void everythingElseIsShownAsItIs() {
        assertThat(LogLine.readable("LOG:  database system is ready")).isEqualTo("LOG:  database system is ready");
        assertThat(LogLine.readable("{cut off")).isEqualTo("{cut off");
    }
}
