package io.leasehold.providers.dialect;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.AnswerFormat.Place;
import org.jspecify.annotations.Nullable;

/** Watches one answer, plain or streamed, of any provider. */
final class AnswerTap implements UsageTap, AnswerReader.Listener<Place> {
    /** An answer cut short is taken for dense text: few bytes per token, so rather more tokens than less. */
    private static final int BYTES_PER_TOKEN = 3;

    private final AnswerFormat format;
    private final boolean billed;
    private final AnswerReader<Place> reader;
    private final Facts facts = new Facts();
    private boolean finished;
    private boolean inDocuments;

    AnswerTap(AnswerFormat format, boolean billed, @Nullable String contentType) {
        this.format = format;
        this.billed = billed;
        this.reader = new AnswerReader<>(format.paths(), this, contentType);
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
    public void value(Place place, Scalar value) {
        facts.tell(place, value);
    }

    @Override
    public void end(Place place) {
        switch (place) {
            case Place.OfKind kind -> facts.endOfKind(kind);
            case Place.Document document -> {
                inDocuments = true;
                endOfDocument(true);
            }
            case Place.Value value -> {}
            case Place.Each each -> {}
            case Place.KindName name -> {}
            case Place.KindCount count -> {}
        }
    }

    @Override
    public void endOfDocument(boolean whole) {
        facts.endOfDocument(whole);
        finished |= whole && format.isLast(facts.word(Fact.EVENT));
    }

    @Override
    public void done() {
        finished = true;
    }

    @Override
    public Usage usage() {
        reader.end();
        UsageSource source = source();
        TokenSplit split = split(source);
        return new Usage(
                split.tokens(),
                source,
                facts.count(Fact.WEB_SEARCHES),
                billed ? facts.cost() : null,
                new PricingTerms(facts.word(Fact.SERVICE_TIER), facts.word(Fact.REGION), facts.word(Fact.SPEED)),
                facts.word(Fact.MODEL),
                facts.word(Fact.ID),
                facts.word(Fact.STOP_REASON),
                errorType(),
                split.problem());
    }

    private @Nullable String errorType() {
        String type = facts.word(facts.word(Fact.ERROR_TYPE) == null ? Fact.ERROR_CODE : Fact.ERROR_TYPE);
        String stopReason = facts.word(Fact.STOP_REASON);
        return type == null && format.isFailure(stopReason) ? stopReason : type;
    }

    private UsageSource source() {
        if (!billed) {
            return UsageSource.NONE;
        }
        if (!facts.told(format.measure())) {
            return UsageSource.UNKNOWN;
        }
        boolean mayBePart = (reader.streams() || inDocuments) && format.tellsCountsAsItGoes();
        boolean over = !mayBePart || facts.word(Fact.STOP_REASON) != null;
        boolean outputTold = facts.told(Fact.OUTPUT) || !format.hasOutput() || (over && format.leavesOutZeros());
        if (!outputTold) {
            return mayBePart ? UsageSource.ESTIMATED : UsageSource.UNKNOWN;
        }
        return over ? UsageSource.REPORTED : UsageSource.PARTIAL;
    }

    private TokenSplit split(UsageSource source) {
        return switch (source) {
            // What a node tells is no answer that was tapped.
            case NONE, UNKNOWN, NODE -> new TokenSplit(Tokens.NONE, null);
            case REPORTED -> checked(counted(facts.count(Fact.OUTPUT)));
            case PARTIAL, ESTIMATED ->
                counted(facts.count(Fact.OUTPUT) + Math.ceilDiv(facts.uncountedTextBytes(), BYTES_PER_TOKEN));
        };
    }

    private TokenSplit counted(long output) {
        return facts.unreadable()
                ? TokenSplit.failed("The provider's token counts can't be read.")
                : format.split(facts, output);
    }

    private TokenSplit checked(TokenSplit split) {
        long sum = split.tokens().totalInput() + split.tokens().totalOutput();
        boolean addsUp = split.problem() != null || !facts.told(Fact.TOTAL) || sum == facts.count(Fact.TOTAL);
        return addsUp ? split : TokenSplit.failed("The provider's token counts do not add up to its total.");
    }
}
