package io.leasehold.providers.dialect;

import io.leasehold.providers.dialect.AnswerFormat.Place;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer has said so far. What a document says counts once the document is whole, so that figures which belong
 * together are never taken from two of them; of several documents that say the same thing the last one holds.
 */
public final class Facts {
    private final Said kept = new Said();
    private final Said saying = new Said();
    private long textBytes;
    private @Nullable String kind;
    private long ofKind;

    /** Whether a count was told; {@code null} tells nothing. */
    public boolean told(Fact fact) {
        return kept.counts.containsKey(fact);
    }

    /** A count; 0 where none was told. */
    public long count(Fact fact) {
        return kept.counts.getOrDefault(fact, 0L);
    }

    public @Nullable String word(Fact fact) {
        return kept.words.get(fact);
    }

    /** The kinds of parts that were told. */
    public Set<String> parts() {
        return kept.parts;
    }

    @Nullable
    BigDecimal cost() {
        return kept.cost;
    }

    /** Whether a count was told that is none. */
    boolean unreadable() {
        return kept.unreadable;
    }

    /** How many bytes of text have come since output was last counted. */
    long uncountedTextBytes() {
        return textBytes;
    }

    void tell(Place place, Scalar value) {
        if (value.isNull()) {
            return;
        }
        switch (place) {
            case Place.Value at -> value(at, value);
            case Place.Each each -> saying.partCounts.merge(each.fact(), 1L, Long::sum);
            case Place.KindName name -> kind = value.word();
            case Place.KindCount count -> ofKind = value.count();
            case Place.OfKind object -> {}
            case Place.Document document -> {}
        }
    }

    /** The object that told a kind and a count, in whatever order, is over. */
    void endOfKind(Place.OfKind place) {
        Fact fact = kind == null ? null : place.facts().get(kind);
        if (fact != null) {
            count(new Place.Value(fact, true), ofKind);
        }
        kind = null;
        ofKind = 0;
    }

    private void value(Place.Value place, Scalar value) {
        switch (place.fact().kind()) {
            case WORD -> word(place, value.word());
            case COUNT -> count(place, value.count());
            case AMOUNT -> saying.cost = value.amount();
            case LENGTH -> textBytes += value.length();
        }
    }

    /** @param whole whether all of the document has come */
    void endOfDocument(boolean whole) {
        if (whole) {
            if (saying.counts.containsKey(Fact.OUTPUT)) {
                textBytes = 0;
            }
            kept.take(saying);
        }
        saying.clear();
    }

    private void word(Place.Value place, @Nullable String word) {
        if (word != null && place.fact() == Fact.PART) {
            saying.parts.add(word);
        } else if (word != null) {
            saying.words.put(place.fact(), word);
        }
    }

    private void count(Place.Value place, long count) {
        if (count < 0) {
            saying.unreadable = true;
        } else if (place.part()) {
            saying.partCounts.merge(place.fact(), count, Long::sum);
        } else {
            saying.counts.put(place.fact(), count);
        }
    }

    /** What one document says, or all that were whole. */
    private static final class Said {
        private final Map<Fact, String> words = new EnumMap<>(Fact.class);
        private final Map<Fact, Long> counts = new EnumMap<>(Fact.class);
        private final Map<Fact, Long> partCounts = new EnumMap<>(Fact.class);
        private final Set<String> parts = new HashSet<>(2);
        private @Nullable BigDecimal cost;
        private boolean unreadable;

        void take(Said other) {
            words.putAll(other.words);
            counts.putAll(other.counts);
            // Totals leave some parts out, so that the parts count where they are told.
            counts.putAll(other.partCounts);
            parts.addAll(other.parts);
            cost = other.cost == null ? cost : other.cost;
            unreadable |= other.unreadable;
        }

        void clear() {
            words.clear();
            counts.clear();
            partCounts.clear();
            parts.clear();
            cost = null;
            unreadable = false;
        }
    }
}
