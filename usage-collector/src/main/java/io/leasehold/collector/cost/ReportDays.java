package io.leasehold.collector.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which days of an account have to be read: today, which is never over, and those before that are not final yet. */
public final class ReportDays {
    private ReportDays() {}

    /**
     * @param today in UTC, as bills are
     * @param done the days that are final
     * @param back how many days before today count
     * @return the newest first, so that what people look at is there first
     */
    public static List<LocalDate> toRead(LocalDate today, Set<LocalDate> done, int back) {
        List<LocalDate> days = new ArrayList<>();
        days.add(today);
        for (int ago = 1; ago <= back; ago++) {
            LocalDate day = today.minusDays(ago);
            if (!done.contains(day)) {
                days.add(day);
            }
        }
        return days;
    }
}
