package io.leasehold.providers.chat;

import static io.leasehold.providers.dialect.Fact.AUDIO_IN;
import static io.leasehold.providers.dialect.Fact.AUDIO_OUT;
import static io.leasehold.providers.dialect.Fact.CACHE_READ;
import static io.leasehold.providers.dialect.Fact.CACHE_WRITE;
import static io.leasehold.providers.dialect.Fact.ID;
import static io.leasehold.providers.dialect.Fact.INPUT;
import static io.leasehold.providers.dialect.Fact.MODEL;
import static io.leasehold.providers.dialect.Fact.OUTPUT;
import static io.leasehold.providers.dialect.Fact.REASONING;
import static io.leasehold.providers.dialect.Fact.SERVICE_TIER;
import static io.leasehold.providers.dialect.Fact.STOP_REASON;
import static io.leasehold.providers.dialect.Fact.TOTAL;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.Facts;
import io.leasehold.providers.dialect.TokenSplit;

/** Answers of Chat Completions; streamed chunks have the same shape. */
public final class ChatAnswers {
    private static final String PROMPT_DETAILS = "usage.prompt_tokens_details.";
    private static final String COMPLETION_DETAILS = "usage.completion_tokens_details.";

    private ChatAnswers() {}

    /** What all providers of this dialect say; errors and what else there is are added by each. */
    public static AnswerFormat format(AnswerFormat.Split split) {
        return new AnswerFormat(split)
                .at(ID, "id")
                .at(MODEL, "model")
                .at(SERVICE_TIER, "service_tier")
                .at(STOP_REASON, "choices[].finish_reason")
                .at(INPUT, "usage.prompt_tokens")
                .at(OUTPUT, "usage.completion_tokens")
                .at(TOTAL, "usage.total_tokens")
                .at(CACHE_READ, PROMPT_DETAILS + "cached_tokens")
                .at(CACHE_WRITE, PROMPT_DETAILS + "cache_write_tokens")
                .at(AUDIO_IN, PROMPT_DETAILS + "audio_tokens")
                .at(REASONING, COMPLETION_DETAILS + "reasoning_tokens")
                .at(AUDIO_OUT, COMPLETION_DETAILS + "audio_tokens");
    }

    /** Input includes caches and audio, output includes reasoning and audio. */
    public static TokenSplit split(Facts facts, long output) {
        long cacheRead = facts.count(CACHE_READ);
        long cacheWrite = facts.count(CACHE_WRITE);
        long audioIn = facts.count(AUDIO_IN);
        long reasoning = facts.count(REASONING);
        long audioOut = facts.count(AUDIO_OUT);
        return TokenSplit.of(new Tokens(
                facts.count(INPUT) - cacheRead - cacheWrite - audioIn,
                cacheRead,
                cacheWrite,
                0,
                output - reasoning - audioOut,
                reasoning,
                audioIn,
                audioOut,
                0));
    }
}
