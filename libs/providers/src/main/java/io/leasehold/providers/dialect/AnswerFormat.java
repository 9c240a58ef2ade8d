package io.leasehold.providers.dialect;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider's answers say what, and what their counts mean. One for all answers of a kind: plain and streamed
 * ones differ in their places only. Built once, then shared.
 */
public final class AnswerFormat {
    private final JsonPaths<Place> paths = new JsonPaths<>();
    private final Split split;
    private Set<String> lastEvents = Set.of();
    private Set<String> failures = Set.of();
    private Fact measure = Fact.INPUT;
    private boolean countsAsItGoes;
    private boolean hasOutput = true;

    /** Splits a provider's counts, which may overlap, into disjoint classes. */
    @FunctionalInterface
    public interface Split {

        /** @param output the output as told, or as estimated where an answer broke off */
        TokenSplit of(Facts facts, long output);
    }

    /**
     * A place in an answer.
     *
     * @param part whether it belongs to one of several parts, whose counts are added
     */
    record Place(Fact fact, boolean part) {}

    public AnswerFormat(Split split) {
        this.split = split;
    }

    /** @param places as {@link JsonPaths} has them; of several values the last one holds */
    public AnswerFormat at(Fact fact, String... places) {
        paths.add(new Place(fact, false), places);
        return this;
    }

    /** The same for figures of parts of an answer; their sums count instead of the answer's own. */
    public AnswerFormat ofParts(Fact fact, String... places) {
        paths.add(new Place(fact, true), places);
        return this;
    }

    /** The events that a stream ends with, where it does not say {@code [DONE]}. */
    public AnswerFormat lastEvents(String... names) {
        lastEvents = Set.of(names);
        return this;
    }

    /** The stop reasons by which an answer says that it failed, which then stand in for the type of an error. */
    public AnswerFormat failsBy(String... stopReasons) {
        failures = Set.of(stopReasons);
        return this;
    }

    /** The count without which nothing is known of what was used; the input, unless it is said here. */
    public AnswerFormat measuredBy(Fact count) {
        measure = count;
        return this;
    }

    /**
     * Streams tell the input first and running totals of the output: a broken one is known in part. Without this, all
     * counts come together at the end, or not at all.
     */
    public AnswerFormat countsAsItGoes() {
        countsAsItGoes = true;
        return this;
    }

    /** What is answered is no output that is paid for, and is not counted: embeddings. */
    public AnswerFormat withoutOutput() {
        hasOutput = false;
        return this;
    }

    /** @param billed whether the answer is a success on a route that costs something */
    UsageTap tap(boolean billed, @Nullable String contentType) {
        return new AnswerTap(this, billed, contentType);
    }

    JsonPaths<Place> paths() {
        return paths;
    }

    TokenSplit split(Facts facts, long output) {
        return split.of(facts, output);
    }

    boolean isLast(@Nullable String event) {
        return event != null && lastEvents.contains(event);
    }

    boolean isFailure(@Nullable String stopReason) {
        return stopReason != null && failures.contains(stopReason);
    }

    Fact measure() {
        return measure;
    }

    boolean hasOutput() {
        return hasOutput;
    }

    boolean tellsCountsAsItGoes() {
        return countsAsItGoes;
    }
}
