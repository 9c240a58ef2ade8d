package io.leasehold.collector.usage;

import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Days in a row that are read with one question.
 *
 * @param from inclusive
 * @param to exclusive
 */
record UsageDays(LocalDate from, LocalDate to, BucketWidth width) {

    /**
     * Puts days together that can be asked for together.
     *
     * @param days the newest first
     * @param wanted how fine buckets should be; minutes are read of today and yesterday only
     * @param known the width of days that were read before, which they keep: in buckets of two widths a day would be
     *     counted twice
     */
    static List<UsageDays> of(
            List<LocalDate> days,
            LocalDate today,
            BucketWidth wanted,
            UsageScope scope,
            Map<LocalDate, BucketWidth> known) {
        List<UsageDays> runs = new ArrayList<>();
        for (LocalDate day : days) {
            BucketWidth width = known.containsKey(day) ? known.get(day) : width(day, today, wanted, scope);
            UsageDays last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.width == width && last.from.equals(day.plusDays(1)) && !last.isFull()) {
                runs.set(runs.size() - 1, new UsageDays(day, last.to, width));
            } else {
                runs.add(new UsageDays(day, day.plusDays(1), width));
            }
        }
        return runs;
    }

    List<LocalDate> each() {
        return from.datesUntil(to).toList();
    }

    private boolean isFull() {
        int most = switch (width) {
            case MINUTE -> 1;
            case HOUR -> 7;
            case DAY -> 31;
        };
        return each().size() >= most;
    }

    private static BucketWidth width(LocalDate day, LocalDate today, BucketWidth wanted, UsageScope scope) {
        boolean old = day.isBefore(today.minusDays(1));
        return scope.notFinerThan(wanted == BucketWidth.MINUTE && old ? BucketWidth.HOUR : wanted);
    }
}
