package io.leasehold.sim.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** When a key's spend limit starts again: at 00:00 UTC, weeks on Monday. */
public enum SpendReset {
    DAILY,
    WEEKLY,
    MONTHLY,
    /** The limit is for the life of the key. */
    NEVER;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period that holds {@code today}. */
    public LocalDate periodStart(LocalDate today) {
        return switch (this) {
            case DAILY -> today;
            case WEEKLY -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> today.withDayOfMonth(1);
            case NEVER -> LocalDate.EPOCH;
        };
    }
}
