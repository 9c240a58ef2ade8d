package io.leasehold.providers.anthropic;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.AnswerReader;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Scalar;
import io.leasehold.providers.dialect.TokenSplit;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import org.jspecify.annotations.Nullable;

/** Watches answers of Anthropic's Messages API, plain and streamed. */
final class AnthropicUsageTap implements UsageTap, AnswerReader.Listener<AnthropicField> {
    /** An answer cut short is taken for dense text: few bytes per token, so rather more tokens than less. */
    private static final int BYTES_PER_TOKEN = 3;

    private final boolean billed;
    private final AnswerReader<AnthropicField> reader;
    private final AnthropicCounts counts = new AnthropicCounts();
    private long textBytes;
    private boolean finished;
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String stopReason;
    private @Nullable String errorType;
    private @Nullable String serviceTier;
    private @Nullable String region;
    private @Nullable String speed;

    /** @param billed whether the answer is a success on a route that costs something */
    AnthropicUsageTap(boolean billed, @Nullable String contentType) {
        this.billed = billed;
        this.reader = new AnswerReader<>(AnthropicField.PATHS, this, contentType);
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
    public void value(AnthropicField field, Scalar value) {
        switch (field) {
            case TYPE -> type = value.text();
            case ID -> id = or(value, id);
            case MODEL -> model = or(value, model);
            case STOP_REASON -> stopReason = or(value, stopReason);
            case ERROR_TYPE -> errorType = or(value, errorType);
            case SERVICE_TIER -> serviceTier = or(value, serviceTier);
            case REGION -> region = or(value, region);
            case SPEED -> speed = or(value, speed);
            case TEXT -> textBytes += value.length();
            case TURN_TYPE -> counts.tellTurnType(value);
            case TURN_INPUT -> counts.tellTurn(AnthropicField.INPUT, value);
            case TURN_CACHE_READ -> counts.tellTurn(AnthropicField.CACHE_READ, value);
            case TURN_CACHE_WRITE -> counts.tellTurn(AnthropicField.CACHE_WRITE, value);
            case TURN_CACHE_WRITE_5M -> counts.tellTurn(AnthropicField.CACHE_WRITE_5M, value);
            case TURN_CACHE_WRITE_1H -> counts.tellTurn(AnthropicField.CACHE_WRITE_1H, value);
            case TURN_OUTPUT -> counts.tellTurn(AnthropicField.OUTPUT, value);
            case INPUT, CACHE_READ, CACHE_WRITE, CACHE_WRITE_5M, CACHE_WRITE_1H, OUTPUT, THINKING, WEB_SEARCHES ->
                counts.tell(field, value);
        }
    }

    @Override
    public void endOfDocument() {
        counts.endOfDocument();
        finished |= "message_stop".equals(type) || "error".equals(type);
    }

    @Override
    public Usage usage() {
        if (reader.streams()) {
            reader.end();
        } else {
            counts.endOfDocument();
        }
        UsageSource source = source();
        boolean known = source != UsageSource.NONE && source != UsageSource.UNKNOWN;
        TokenSplit split = known ? counts.split(output(source)) : new TokenSplit(Tokens.NONE, null);
        return new Usage(
                split.tokens(),
                source,
                counts.get(AnthropicField.WEB_SEARCHES),
                null,
                new PricingTerms(serviceTier, region, speed),
                model,
                id,
                stopReason,
                errorType,
                split.problem());
    }

    private UsageSource source() {
        if (!billed) {
            return UsageSource.NONE;
        }
        if (!counts.told(AnthropicField.INPUT)) {
            return UsageSource.UNKNOWN;
        }
        if (!counts.told(AnthropicField.OUTPUT)) {
            return reader.streams() ? UsageSource.ESTIMATED : UsageSource.UNKNOWN;
        }
        return stopReason != null || reader.complete() ? UsageSource.REPORTED : UsageSource.PARTIAL;
    }

    private long output(UsageSource source) {
        return source == UsageSource.ESTIMATED
                ? Math.ceilDiv(textBytes, BYTES_PER_TOKEN)
                : counts.get(AnthropicField.OUTPUT);
    }

    private static @Nullable String or(Scalar value, @Nullable String before) {
        String text = value.text();
        return text == null ? before : text;
    }
}
