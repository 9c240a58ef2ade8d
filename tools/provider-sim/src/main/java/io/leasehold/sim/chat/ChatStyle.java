package io.leasehold.sim.chat;

/**
 * How a provider streams a chat completion.
 *
 * @param opensWithRole whether the role has a chunk of its own; else every chunk names it
 * @param comment sent first and in silence; empty for none
 * @param usage where the usage stands
 * @param wholeCalls whether a tool's call comes whole with the end, and not as it is written
 */
public record ChatStyle(boolean opensWithRole, String comment, UsagePlace usage, boolean wholeCalls) {

    /** Where a stream says what was used. */
    public enum UsagePlace {
        NOWHERE,
        /** In the last chunk with a choice, beside why it ended. */
        WITH_END,
        /** In the last chunk, beside an empty choice. */
        BESIDE_CHOICE,
        /** In a last chunk without choices; all others say that theirs is null. */
        ALONE
    }
}
