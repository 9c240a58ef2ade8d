package io.leasehold.providers.price;

import java.util.OptionalLong;

/**
 * What a model can take and give, in tokens; empty where it is not known.
 *
 * @param contextWindow the most input of one turn, with every option on
 */
public record ModelLimits(OptionalLong contextWindow, OptionalLong maxOutput) {
    public static final ModelLimits UNKNOWN = new ModelLimits(OptionalLong.empty(), OptionalLong.empty());

    /** The most output of one turn: its own limit, else the context window, which nothing exceeds. */
    public OptionalLong outputBound() {
        return maxOutput.isPresent() ? maxOutput : contextWindow;
    }
}
