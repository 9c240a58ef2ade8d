package io.leasehold.providers.dialect;

import io.leasehold.contracts.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A provider's overlapping figures, split into disjoint classes.
 *
 * @param tokens all zero where the split failed
 * @param problem why it failed; null where it did not
 */
public record TokenSplit(Tokens tokens, @Nullable String problem) {

    public static TokenSplit failed(String problem) {
        return new TokenSplit(Tokens.NONE, problem);
    }

    /** A class that comes out negative means that the figures were read wrongly. */
    public static TokenSplit of(Tokens tokens) {
        boolean negative = tokens.input() < 0
                || tokens.cacheRead() < 0
                || tokens.cacheWrite5m() < 0
                || tokens.cacheWrite1h() < 0
                || tokens.output() < 0
                || tokens.reasoning() < 0
                || tokens.audioIn() < 0
                || tokens.audioOut() < 0
                || tokens.image() < 0;
        return negative
                ? failed("The provider's token counts contradict each other: a class comes out negative.")
                : new TokenSplit(tokens, null);
    }
}
