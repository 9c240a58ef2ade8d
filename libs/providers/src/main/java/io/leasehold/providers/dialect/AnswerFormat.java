package io.leasehold.providers.dialect;

import java.util.Map;
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
    private boolean leavesZerosOut;
    private boolean hasOutput = true;

    /** Splits a provider's counts, which may overlap, into disjoint classes. */
    @FunctionalInterface
    public interface Split {

        /** @param output the output as told, or as estimated where an answer broke off */
        TokenSplit of(Facts facts, long output);
    }

    /** A place in an answer. */
    sealed interface Place {
        /** @param part whether it belongs to one of several parts, whose counts are added */
        record Value(Fact fact, boolean part) implements Place {}

        /** Values here are counted rather than read. */
        record Each(Fact fact) implements Place {}

        /** The field of an object that names a kind. */
        record KindName() implements Place {}

        /** The field beside it that says how many there are of that kind. */
        record KindCount() implements Place {}

        /** The object around the two. */
        record OfKind(Map<String, Fact> facts) implements Place {}

        /** An object that counts by itself, as an event of a stream does. */
        record Document() implements Place {}
    }

    public AnswerFormat(Split split) {
        this.split = split;
    }

    /** @param places as {@link JsonPaths} has them; of several values the last one holds */
    public AnswerFormat at(Fact fact, String... places) {
        paths.add(new Place.Value(fact, false), places);
        return this;
    }

    /** How many values there are. */
    public AnswerFormat each(Fact fact, String... places) {
        paths.add(new Place.Each(fact), places);
        return this;
    }

    /**
     * Counts by kind: objects of two fields, of which one names a kind and the other says how many.
     *
     * @param place of the objects
     * @param facts by the provider's word for the kind; other kinds are passed over
     */
    public AnswerFormat byKind(String place, String kind, String count, Map<String, Fact> facts) {
        paths.add(new Place.KindName(), place + "." + kind);
        paths.add(new Place.KindCount(), place + "." + count);
        paths.add(new Place.OfKind(Map.copyOf(facts)), place);
        return this;
    }

    /** The objects there are what the events of a stream are elsewhere: an array that comes piece by piece. */
    public AnswerFormat documentsAt(String place) {
        paths.add(new Place.Document(), place);
        return this;
    }

    /** The same for figures of parts of an answer; their sums count instead of the answer's own. */
    public AnswerFormat ofParts(Fact fact, String... places) {
        paths.add(new Place.Value(fact, true), places);
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

    /** A count that is not there is 0, once the answer is whole and says anything of its input. */
    public AnswerFormat leavesZerosOut() {
        leavesZerosOut = true;
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

    boolean leavesOutZeros() {
        return leavesZerosOut;
    }

    boolean tellsCountsAsItGoes() {
        return countsAsItGoes;
    }
}
