package io.leasehold.providers.key;

import java.util.Locale;

/** When a limit at a provider starts again: at 00:00 UTC, weeks on Monday. */
public enum LimitReset {
    DAILY,
    WEEKLY,
    MONTHLY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
