package io.leasehold.providers.anthropic;

import static io.leasehold.providers.dialect.Fact.CACHE_READ;
import static io.leasehold.providers.dialect.Fact.CACHE_WRITE;
import static io.leasehold.providers.dialect.Fact.CACHE_WRITE_1H;
import static io.leasehold.providers.dialect.Fact.CACHE_WRITE_5M;
import static io.leasehold.providers.dialect.Fact.ERROR_TYPE;
import static io.leasehold.providers.dialect.Fact.EVENT;
import static io.leasehold.providers.dialect.Fact.ID;
import static io.leasehold.providers.dialect.Fact.INPUT;
import static io.leasehold.providers.dialect.Fact.MODEL;
import static io.leasehold.providers.dialect.Fact.OUTPUT;
import static io.leasehold.providers.dialect.Fact.PART;
import static io.leasehold.providers.dialect.Fact.REASONING;
import static io.leasehold.providers.dialect.Fact.REGION;
import static io.leasehold.providers.dialect.Fact.SERVICE_TIER;
import static io.leasehold.providers.dialect.Fact.SPEED;
import static io.leasehold.providers.dialect.Fact.STOP_REASON;
import static io.leasehold.providers.dialect.Fact.TEXT;
import static io.leasehold.providers.dialect.Fact.WEB_SEARCHES;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.Facts;
import io.leasehold.providers.dialect.TokenSplit;
import java.util.Set;

/**
 * Answers of Anthropic's Messages API. Streamed ones tell the same at other places: first in {@code message_start}, and
 * in the end, cumulatively, in {@code message_delta}. What {@code message_start} says of output is no result.
 */
final class AnthropicAnswerFormat {
    private static final String USAGE = "usage.";
    private static final String STARTED = "message.usage.";
    private static final String TURN = "usage.iterations[].";
    /** Turns of an advisor or a fallback run on a model of which nothing is said. */
    private static final Set<String> TURNS_OF_THE_MODEL = Set.of("message", "compaction");

    static final AnswerFormat MESSAGES = new AnswerFormat(AnthropicAnswerFormat::split)
            .countsAsItGoes()
            .lastEvents("message_stop", "error")
            .at(EVENT, "type")
            .at(ID, "id", "message.id")
            .at(MODEL, "model", "message.model")
            .at(STOP_REASON, "stop_reason", "delta.stop_reason")
            .at(ERROR_TYPE, "error.type")
            .at(SERVICE_TIER, USAGE + "service_tier", STARTED + "service_tier")
            .at(REGION, USAGE + "inference_geo", STARTED + "inference_geo")
            .at(SPEED, USAGE + "speed", STARTED + "speed")
            .at(INPUT, USAGE + "input_tokens", STARTED + "input_tokens")
            .at(CACHE_READ, USAGE + "cache_read_input_tokens", STARTED + "cache_read_input_tokens")
            .at(CACHE_WRITE, USAGE + "cache_creation_input_tokens", STARTED + "cache_creation_input_tokens")
            .at(
                    CACHE_WRITE_5M,
                    USAGE + "cache_creation.ephemeral_5m_input_tokens",
                    STARTED + "cache_creation.ephemeral_5m_input_tokens")
            .at(
                    CACHE_WRITE_1H,
                    USAGE + "cache_creation.ephemeral_1h_input_tokens",
                    STARTED + "cache_creation.ephemeral_1h_input_tokens")
            .at(OUTPUT, USAGE + "output_tokens")
            .at(REASONING, USAGE + "output_tokens_details.thinking_tokens")
            .at(WEB_SEARCHES, USAGE + "server_tool_use.web_search_requests")
            .ofParts(PART, TURN + "type")
            .ofParts(INPUT, TURN + "input_tokens")
            .ofParts(CACHE_READ, TURN + "cache_read_input_tokens")
            .ofParts(CACHE_WRITE, TURN + "cache_creation_input_tokens")
            .ofParts(CACHE_WRITE_5M, TURN + "cache_creation.ephemeral_5m_input_tokens")
            .ofParts(CACHE_WRITE_1H, TURN + "cache_creation.ephemeral_1h_input_tokens")
            .ofParts(OUTPUT, TURN + "output_tokens")
            .at(TEXT, "delta.text#", "delta.thinking#", "delta.partial_json#");

    private AnthropicAnswerFormat() {}

    /** Input does not include caches; output includes thinking. */
    private static TokenSplit split(Facts facts, long output) {
        if (!TURNS_OF_THE_MODEL.containsAll(facts.parts())) {
            return TokenSplit.failed("A part of the answer ran on another model.");
        }
        long fiveMinutes = facts.count(CACHE_WRITE_5M);
        long hour = facts.count(CACHE_WRITE_1H);
        boolean apart = facts.told(CACHE_WRITE_5M) || facts.told(CACHE_WRITE_1H);
        if (apart && facts.told(CACHE_WRITE) && fiveMinutes + hour != facts.count(CACHE_WRITE)) {
            return TokenSplit.failed("The provider's cache writes do not add up to its total.");
        }
        long reasoning = facts.count(REASONING);
        return TokenSplit.of(new Tokens(
                facts.count(INPUT),
                facts.count(CACHE_READ),
                apart ? fiveMinutes : facts.count(CACHE_WRITE),
                hour,
                output - reasoning,
                reasoning,
                0,
                0,
                0));
    }
}
