package io.leasehold.providers.openrouter;

import static io.leasehold.providers.openrouter.OpenRouterField.AUDIO_IN;
import static io.leasehold.providers.openrouter.OpenRouterField.AUDIO_OUT;
import static io.leasehold.providers.openrouter.OpenRouterField.CACHE_READ;
import static io.leasehold.providers.openrouter.OpenRouterField.CACHE_WRITE;
import static io.leasehold.providers.openrouter.OpenRouterField.COMPLETION;
import static io.leasehold.providers.openrouter.OpenRouterField.PROMPT;
import static io.leasehold.providers.openrouter.OpenRouterField.REASONING;
import static io.leasehold.providers.openrouter.OpenRouterField.TOTAL;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.AnswerReader;
import io.leasehold.providers.dialect.FieldCounts;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Scalar;
import io.leasehold.providers.dialect.TokenSplit;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Watches answers of OpenRouter's Chat Completions API, plain and streamed. Its own cost comes along in them. */
final class OpenRouterUsageTap implements UsageTap, AnswerReader.Listener<OpenRouterField> {
    private final boolean billed;
    private final AnswerReader<OpenRouterField> reader;
    private final FieldCounts<OpenRouterField> counts = new FieldCounts<>(OpenRouterField.class);
    private boolean finished;
    private @Nullable BigDecimal cost;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String serviceTier;
    private @Nullable String finishReason;
    private @Nullable String errorCode;
    private @Nullable String errorType;

    /** @param billed whether the answer is a success on a route that costs something */
    OpenRouterUsageTap(boolean billed, @Nullable String contentType) {
        this.billed = billed;
        this.reader = new AnswerReader<>(OpenRouterField.PATHS, this, contentType);
    }

    @Override
    public void feed(byte[] bytes, int offset, int length) {
        reader.feed(bytes, offset, length);
    }

    @Override
    public boolean finished() {
        return finished || reader.complete();
    }

    @Override
    public void value(OpenRouterField field, Scalar value) {
        switch (field) {
            case ID -> id = or(value, id);
            case MODEL -> model = or(value, model);
            case SERVICE_TIER -> serviceTier = or(value, serviceTier);
            case FINISH_REASON -> finishReason = or(value, finishReason);
            case ERROR_CODE -> errorCode = value.isNull() ? errorCode : String.valueOf(value.count());
            case ERROR_TYPE -> errorType = or(value, errorType);
            case COST -> cost = value.isNull() ? cost : value.amount();
            case PROMPT, COMPLETION, TOTAL, CACHE_READ, CACHE_WRITE, AUDIO_IN, REASONING, AUDIO_OUT ->
                counts.tell(field, value);
        }
    }

    @Override
    public void done() {
        finished = true;
    }

    @Override
    public Usage usage() {
        reader.end();
        UsageSource source = source();
        TokenSplit split = source == UsageSource.REPORTED ? split() : new TokenSplit(Tokens.NONE, null);
        return new Usage(
                split.tokens(),
                source,
                0,
                source == UsageSource.NONE ? null : cost,
                new PricingTerms(serviceTier, null, null),
                model,
                id,
                finishReason,
                errorType != null ? errorType : errorCode,
                split.problem());
    }

    private UsageSource source() {
        if (!billed) {
            return UsageSource.NONE;
        }
        return counts.told(PROMPT) && counts.told(COMPLETION) ? UsageSource.REPORTED : UsageSource.UNKNOWN;
    }

    /** The prompt includes caches and audio, the completion includes reasoning and audio. */
    private TokenSplit split() {
        if (counts.unreadable()) {
            return TokenSplit.failed("The provider's token counts can't be read.");
        }
        if (counts.told(TOTAL) && get(PROMPT) + get(COMPLETION) != get(TOTAL)) {
            return TokenSplit.failed("The provider's token counts do not add up to its total.");
        }
        return TokenSplit.of(new Tokens(
                get(PROMPT) - get(CACHE_READ) - get(CACHE_WRITE) - get(AUDIO_IN),
                get(CACHE_READ),
                get(CACHE_WRITE),
                0,
                get(COMPLETION) - get(REASONING) - get(AUDIO_OUT),
                get(REASONING),
                get(AUDIO_IN),
                get(AUDIO_OUT),
                0));
    }

    private long get(OpenRouterField field) {
        return counts.get(field);
    }

    private static @Nullable String or(Scalar value, @Nullable String before) {
        String text = value.text();
        return text == null ? before : text;
    }
}
