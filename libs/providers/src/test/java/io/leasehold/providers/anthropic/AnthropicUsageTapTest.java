package io.leasehold.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.Chunks;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnthropicUsageTapTest {
    private static final Tokens TOKENS = new Tokens(2095, 12000, 1000, 2000, 383, 120, 0, 0, 0);

    @Test
    void aPlainAnswerTellsAllClassesOnce() {
        Usage usage = Chunks.whole(json(), AnthropicAnswers.PLAIN);

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.tokens()).isEqualTo(TOKENS);
        assertThat(usage.webSearches()).isEqualTo(1);
        assertThat(usage.terms()).isEqualTo(new PricingTerms("standard", "global", "standard"));
        assertThat(usage.model()).isEqualTo("claude-opus-5");
        assertThat(usage.responseId()).isEqualTo("msg_01X");
        assertThat(usage.stopReason()).isEqualTo("end_turn");
        assertThat(usage.problem()).isNull();
    }

    @Test
    void aStreamTellsItsInputFirstAndItsOutputLast() {
        Usage usage = Chunks.whole(events(), AnthropicAnswers.STREAM);

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.tokens()).isEqualTo(TOKENS);
        assertThat(usage.terms().region()).isEqualTo("us");
        assertThat(usage.responseId()).isEqualTo("msg_01A");
    }

    @Property(tries = 300)
    void whereAnAnswerIsCutMakesNoDifference(@ForAll List<Integer> places) {
        assertThat(Chunks.cut(json(), AnthropicAnswers.PLAIN, places))
                .isEqualTo(Chunks.whole(json(), AnthropicAnswers.PLAIN));
        assertThat(Chunks.cut(events(), AnthropicAnswers.STREAM, places))
                .isEqualTo(Chunks.whole(events(), AnthropicAnswers.STREAM));
    }

    @Test
    void aStreamMayBeFedByteByByte() {
        byte[] bytes = AnthropicAnswers.STREAM.getBytes(StandardCharsets.UTF_8);
        UsageTap tap = events();
        for (int i = 0; i < bytes.length; i++) {
            tap.feed(bytes, i, 1);
        }

        assertThat(tap.finished()).isTrue();
        assertThat(tap.usage()).isEqualTo(Chunks.whole(events(), AnthropicAnswers.STREAM));
    }

    @Test
    void linesMayEndInAnyOfTheThreeWays() {
        Usage expected = Chunks.whole(events(), AnthropicAnswers.STREAM);

        assertThat(Chunks.whole(events(), AnthropicAnswers.STREAM.replace("\n", "\r\n")))
                .isEqualTo(expected);
        assertThat(Chunks.whole(events(), AnthropicAnswers.STREAM.replace("\n", "\r")))
                .isEqualTo(expected);
    }

    @Test
    void aStreamCutBeforeItsEndIsEstimatedFromTheTextSeen() {
        Usage usage = Chunks.whole(events(), AnthropicAnswers.START);

        assertThat(usage.source()).isEqualTo(UsageSource.ESTIMATED);
        assertThat(usage.tokens().input()).isEqualTo(2095);
        assertThat(usage.tokens().output()).isBetween(7L, 10L);
    }

    @Test
    void aStreamCutAfterRunningTotalsIsPartial() {
        String running = AnthropicAnswers.DELTA.replace("\"end_turn\"", "null");

        Usage usage = Chunks.whole(events(), AnthropicAnswers.START + running);

        assertThat(usage.source()).isEqualTo(UsageSource.PARTIAL);
        assertThat(usage.tokens().totalOutput()).isEqualTo(503);
    }

    @Test
    void aNumberCutInTheMiddleIsNotTaken() {
        String stream = AnthropicAnswers.START + AnthropicAnswers.DELTA;
        Usage usage = Chunks.whole(events(), stream.substring(0, stream.indexOf("503") + 2));

        assertThat(usage.source()).isEqualTo(UsageSource.ESTIMATED);
    }

    @Test
    void textAfterTheLastRunningTotalIsEstimatedOnTopOfIt() {
        String running = AnthropicAnswers.DELTA.replace("\"end_turn\"", "null");

        Usage usage = Chunks.whole(events(), AnthropicAnswers.START + running + AnthropicAnswers.text("x".repeat(30)));

        assertThat(usage.source()).isEqualTo(UsageSource.PARTIAL);
        assertThat(usage.tokens().totalOutput()).isEqualTo(503 + 10);
    }

    /** A stop reason that came without its figures says nothing of them. */
    @Test
    void anEventThatWasCutCountsForNothing() {
        String running = AnthropicAnswers.DELTA.replace("\"end_turn\"", "null").replace("503", "200");
        String stream = AnthropicAnswers.START + running + AnthropicAnswers.DELTA;

        for (String last : new String[] {"\"usage\":{", "\"output_tokens\":503", "\"thinking_tokens\""}) {
            Usage usage = Chunks.whole(events(), stream.substring(0, stream.lastIndexOf(last) + last.length()));

            assertThat(usage.source()).as(last).isEqualTo(UsageSource.PARTIAL);
            assertThat(usage.tokens().totalOutput()).as(last).isEqualTo(200);
        }
    }

    @Test
    void aCutListOfTurnsDoesNotReplaceTheTotals() {
        String delta = AnthropicAnswers.DELTA.replace(
                "\"output_tokens\":503",
                "\"output_tokens\":503,\"iterations\":[{\"type\":\"message\",\"input_tokens\":1,\"output_tokens\":1},{}]");
        String stream = AnthropicAnswers.START + delta;

        Usage usage = Chunks.whole(events(), stream.substring(0, stream.indexOf(",{}]")));

        assertThat(usage.source()).isEqualTo(UsageSource.ESTIMATED);
        assertThat(usage.tokens().input()).isEqualTo(2095);
    }

    @Test
    void aPlainAnswerThatWasCutIsUnknown() {
        String cut = AnthropicAnswers.PLAIN.substring(0, AnthropicAnswers.PLAIN.indexOf("\"server_tool_use\""));

        assertThat(Chunks.whole(json(), cut).source()).isEqualTo(UsageSource.UNKNOWN);
    }

    @Test
    void anEventIsNotTheEndOfTheStream() {
        byte[] bytes = AnthropicAnswers.STREAM.getBytes(StandardCharsets.UTF_8);
        int stop = AnthropicAnswers.STREAM.getBytes(StandardCharsets.UTF_8).length
                - AnthropicAnswers.STOP.getBytes(StandardCharsets.UTF_8).length;
        UsageTap tap = events();
        for (int i = 0; i < stop; i++) {
            tap.feed(bytes, i, 1);
            assertThat(tap.finished()).isFalse();
        }
        tap.feed(bytes, stop, bytes.length - stop);

        assertThat(tap.finished()).isTrue();
    }

    @Test
    void askingTwiceChangesNothing() {
        UsageTap tap = events();
        Usage first = Chunks.whole(tap, AnthropicAnswers.START);

        assertThat(tap.usage()).isEqualTo(first);
    }

    @Test
    void anErrorInAStreamIsTold() {
        UsageTap tap = events();
        Usage usage = Chunks.whole(tap, AnthropicAnswers.START + AnthropicAnswers.ERROR);

        assertThat(usage.errorType()).isEqualTo("overloaded_error");
        assertThat(usage.source()).isEqualTo(UsageSource.ESTIMATED);
        assertThat(tap.finished()).isTrue();
    }

    @Test
    void anAnswerWithoutUsageIsUnknownAndNotNothing() {
        assertThat(Chunks.whole(json(), "{\"id\":\"msg\"}").source()).isEqualTo(UsageSource.UNKNOWN);
        assertThat(Chunks.whole(json(), "<html>").source()).isEqualTo(UsageSource.UNKNOWN);
        assertThat(Chunks.whole(events(), "").source()).isEqualTo(UsageSource.UNKNOWN);
    }

    @Test
    void aRefusedRequestUsedNothing() {
        UsageTap tap = tap(401, "application/json");

        Usage usage = Chunks.whole(
                tap,
                "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid x-api-key\"}}");

        assertThat(usage.source()).isEqualTo(UsageSource.NONE);
        assertThat(usage.errorType()).isEqualTo("authentication_error");
    }

    @Test
    void withoutASplitAllCacheWritesLiveFiveMinutes() {
        Usage usage = Chunks.whole(json(), """
                {"usage":{"input_tokens":1,"cache_creation_input_tokens":7,"cache_creation":null,"output_tokens":2}}""");

        assertThat(usage.tokens()).isEqualTo(new Tokens(1, 0, 7, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void cacheWritesThatDoNotAddUpAreAProblem() {
        Usage usage = Chunks.whole(json(), """
                {"usage":{"input_tokens":1,"cache_creation_input_tokens":7,"cache_creation":{"ephemeral_5m_input_tokens":6,
                 "ephemeral_1h_input_tokens":2},"output_tokens":2}}""");

        assertThat(usage.problem()).contains("cache writes");
    }

    @Test
    void moreThinkingThanOutputIsAProblem() {
        Usage usage = Chunks.whole(json(), """
                {"usage":{"input_tokens":1,"output_tokens":2,"output_tokens_details":{"thinking_tokens":3}}}""");

        assertThat(usage.problem()).contains("negative");
        assertThat(usage.tokens()).isEqualTo(Tokens.NONE);
    }

    @Test
    void turnsThatTheTotalsLeaveOutAreCounted() {
        Usage usage = Chunks.whole(json(), """
                {"usage":{"input_tokens":10,"output_tokens":5,"iterations":[
                 {"type":"compaction","input_tokens":1000,"output_tokens":50},
                 {"type":"message","input_tokens":10,"output_tokens":5}]}}""");

        assertThat(usage.tokens()).isEqualTo(Tokens.text(1010, 55));
    }

    @Test
    void aTurnOnAnotherModelHasNoKnownPrice() {
        Usage usage = Chunks.whole(json(), """
                {"usage":{"input_tokens":10,"output_tokens":5,"iterations":[
                 {"type":"advisor_message","input_tokens":1000,"output_tokens":50}]}}""");

        assertThat(usage.problem()).contains("another model");
    }

    @Test
    void aTenMegabyteEventIsPassedOver() {
        String large =
                "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"content_block\":{\"text\":\""
                        + "x".repeat(10 << 20) + "\"}}\n\n";

        Usage usage =
                Chunks.whole(events(), AnthropicAnswers.START + large + AnthropicAnswers.DELTA + AnthropicAnswers.STOP);

        assertThat(usage.tokens()).isEqualTo(TOKENS);
    }

    private static UsageTap json() {
        return tap(200, "application/json");
    }

    private static UsageTap events() {
        return tap(200, "text/event-stream; charset=utf-8");
    }

    private static UsageTap tap(int status, String contentType) {
        return AnthropicDialect.INSTANCE.routes().getFirst().tap(status, contentType);
    }
}
