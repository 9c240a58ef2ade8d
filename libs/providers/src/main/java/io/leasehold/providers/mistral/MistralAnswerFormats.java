package io.leasehold.providers.mistral;

import static io.leasehold.providers.dialect.Fact.AUDIO_SECONDS;
import static io.leasehold.providers.dialect.Fact.CACHE_READ;
import static io.leasehold.providers.dialect.Fact.ERROR_CODE;
import static io.leasehold.providers.dialect.Fact.ERROR_TYPE;
import static io.leasehold.providers.dialect.Fact.ID;
import static io.leasehold.providers.dialect.Fact.INPUT;
import static io.leasehold.providers.dialect.Fact.MODEL;
import static io.leasehold.providers.dialect.Fact.SERVICE_TIER;
import static io.leasehold.providers.dialect.Fact.TOTAL;

import io.leasehold.providers.chat.ChatAnswers;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.Facts;
import io.leasehold.providers.dialect.TokenSplit;

/**
 * Answers of Mistral's inference APIs. Streams tell their usage in the last chunk that holds a choice, to everybody; the
 * tier that a request was served in stands in the usage.
 */
final class MistralAnswerFormats {
    /** Completions in the middle have the shape of chats. */
    static final AnswerFormat CHAT = common(ChatAnswers.format(MistralAnswerFormats::split))
            .at(CACHE_READ, "usage.num_cached_tokens")
            .at(AUDIO_SECONDS, "usage.prompt_audio_seconds");

    static final AnswerFormat EMBEDDINGS = common(new AnswerFormat(ChatAnswers::split))
            .withoutOutput()
            .at(ID, "id")
            .at(MODEL, "model")
            .at(INPUT, "usage.prompt_tokens")
            .at(TOTAL, "usage.total_tokens");

    private MistralAnswerFormats() {}

    private static AnswerFormat common(AnswerFormat format) {
        return format.at(SERVICE_TIER, "usage.service_tier")
                .at(ERROR_TYPE, "type")
                .at(ERROR_CODE, "code");
    }

    private static TokenSplit split(Facts facts, long output) {
        return facts.count(AUDIO_SECONDS) > 0
                ? TokenSplit.failed("Mistral charges for audio by its length, which has no price in the book.")
                : ChatAnswers.split(facts, output);
    }
}
