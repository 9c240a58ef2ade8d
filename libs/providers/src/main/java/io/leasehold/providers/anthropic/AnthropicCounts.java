package io.leasehold.providers.anthropic;

import static io.leasehold.providers.anthropic.AnthropicField.CACHE_READ;
import static io.leasehold.providers.anthropic.AnthropicField.CACHE_WRITE;
import static io.leasehold.providers.anthropic.AnthropicField.CACHE_WRITE_1H;
import static io.leasehold.providers.anthropic.AnthropicField.CACHE_WRITE_5M;
import static io.leasehold.providers.anthropic.AnthropicField.INPUT;
import static io.leasehold.providers.anthropic.AnthropicField.OUTPUT;
import static io.leasehold.providers.anthropic.AnthropicField.THINKING;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.FieldCounts;
import io.leasehold.providers.dialect.Scalar;
import io.leasehold.providers.dialect.TokenSplit;

/**
 * The token counts of one answer. Input does not include caches; output includes thinking. Where the answer lists the
 * turns that the provider ran by itself, their sums count, because the totals leave some of them out.
 */
final class AnthropicCounts {
    private final FieldCounts<AnthropicField> counts = new FieldCounts<>(AnthropicField.class);
    /** Sums over the turns of the document that is being read. */
    private FieldCounts<AnthropicField> turns = new FieldCounts<>(AnthropicField.class);

    private boolean hasTurns;
    private boolean otherModel;

    void tell(AnthropicField field, Scalar value) {
        counts.tell(field, value);
    }

    void tellTurn(AnthropicField total, Scalar value) {
        if (!value.isNull()) {
            hasTurns = true;
            turns.set(total, turns.get(total) + Math.max(0, value.count()));
        }
    }

    /** Turns of an advisor or a fallback run on a model of which nothing is said. */
    void tellTurnType(Scalar value) {
        String type = value.text();
        otherModel |= type != null && !type.equals("message") && !type.equals("compaction");
    }

    /** Each document tells all turns so far anew. */
    void endOfDocument() {
        if (hasTurns) {
            take(INPUT, CACHE_READ, CACHE_WRITE, CACHE_WRITE_5M, CACHE_WRITE_1H, OUTPUT);
            turns = new FieldCounts<>(AnthropicField.class);
            hasTurns = false;
        }
    }

    boolean told(AnthropicField field) {
        return counts.told(field);
    }

    long get(AnthropicField field) {
        return counts.get(field);
    }

    /** The classes, with the output given where the answer did not come to tell it. */
    TokenSplit split(long output) {
        if (otherModel) {
            return TokenSplit.failed("A part of the answer ran on another model.");
        }
        if (counts.unreadable()) {
            return TokenSplit.failed("The provider's token counts can't be read.");
        }
        boolean split = told(CACHE_WRITE_5M) || told(CACHE_WRITE_1H);
        if (split && told(CACHE_WRITE) && get(CACHE_WRITE_5M) + get(CACHE_WRITE_1H) != get(CACHE_WRITE)) {
            return TokenSplit.failed("The provider's cache writes do not add up to its total.");
        }
        return TokenSplit.of(new Tokens(
                get(INPUT),
                get(CACHE_READ),
                split ? get(CACHE_WRITE_5M) : get(CACHE_WRITE),
                get(CACHE_WRITE_1H),
                output - get(THINKING),
                get(THINKING),
                0,
                0,
                0));
    }

    private void take(AnthropicField... fields) {
        for (AnthropicField field : fields) {
            if (turns.told(field)) {
                counts.set(field, turns.get(field));
            }
        }
    }
}
