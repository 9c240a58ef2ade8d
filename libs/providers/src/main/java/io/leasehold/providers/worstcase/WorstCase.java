package io.leasehold.providers.worstcase;

/** The most that a request can cost. */
public sealed interface WorstCase {

    /**
     * @param nanoUsd what to set aside, rounded up
     * @param inputTokens the most input it was worked out with, over all turns
     * @param outputTokens the most output it was worked out with, over all turns and choices
     */
    record Priced(long nanoUsd, long inputTokens, long outputTokens) implements WorstCase {}

    /** Nothing is ever billed for it. */
    record Free() implements WorstCase {}

    /**
     * No bound can be given; refused wherever a limit applies.
     *
     * @param reason for the client, saying what to change
     */
    record Unbounded(String reason) implements WorstCase {}
}
