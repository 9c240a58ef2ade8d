package io.leasehold.providers.dialect;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts by field, as an answer tells them; the last one told holds.
 *
 * @param <F> the fields of a dialect
 */
public final class FieldCounts<F extends Enum<F>> {
    private final Map<F, Long> counts;
    private boolean unreadable;

    public FieldCounts(Class<F> fields) {
        counts = new EnumMap<>(fields);
    }

    /** Takes a count over; {@code null} says nothing. */
    public void tell(F field, Scalar value) {
        if (value.isNull()) {
            return;
        }
        long count = value.count();
        if (count < 0) {
            unreadable = true;
        } else {
            counts.put(field, count);
        }
    }

    /** Takes a count over that was worked out. */
    public void set(F field, long count) {
        counts.put(field, count);
    }

    public boolean told(F field) {
        return counts.containsKey(field);
    }

    /** What was told, else 0. */
    public long get(F field) {
        return counts.getOrDefault(field, 0L);
    }

    /** Whether something was told that is no count. */
    public boolean unreadable() {
        return unreadable;
    }
}
