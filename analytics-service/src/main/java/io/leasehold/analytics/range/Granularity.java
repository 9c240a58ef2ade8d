package io.leasehold.analytics.range;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a range is cut. Hours and days are those of a clock on a wall in the zone, so a day can have 23, 24 or 25 hours. */
public enum Granularity {
    QUARTER_HOUR {
        @Override
        ZonedDateTime beginningOf(ZonedDateTime time) {
            return QuarterHour.of(time.toInstant()).atZone(time.getZone());
        }

        @Override
        ZonedDateTime after(ZonedDateTime beginning) {
            return beginning.plus(QuarterHour.LENGTH);
        }
    },
    HOUR {
        @Override
        ZonedDateTime beginningOf(ZonedDateTime time) {
            return time.truncatedTo(ChronoUnit.HOURS);
        }

        @Override
        ZonedDateTime after(ZonedDateTime beginning) {
            // Where clocks are changed by half an hour, the next full hour is nearer or further than an hour.
            ZonedDateTime hourLater = beginning.plusHours(1);
            ZonedDateTime fullHour = beginningOf(hourLater);
            return fullHour.isAfter(beginning) ? fullHour : hourLater;
        }
    },
    DAY {
        @Override
        ZonedDateTime beginningOf(ZonedDateTime time) {
            return time.toLocalDate().atStartOfDay(time.getZone());
        }

        @Override
        ZonedDateTime after(ZonedDateTime beginning) {
            return beginning.toLocalDate().plusDays(1).atStartOfDay(beginning.getZone());
        }
    };

    private static final int MOST_POINTS = 10_000;

    abstract ZonedDateTime beginningOf(ZonedDateTime time);

    abstract ZonedDateTime after(ZonedDateTime beginning);

    /** Hours for up to three days, and days beyond. */
    public static Granularity fitting(TimeRange range) {
        return range.length().toDays() <= 3 ? HOUR : DAY;
    }

    /** The beginnings of all parts of the range in order; the first may lie before the range. */
    public List<Instant> cut(TimeRange range, ZoneId zone) {
        List<Instant> beginnings = new ArrayList<>();
        ZonedDateTime next = firstOf(range.from().atZone(zone));
        while (next.toInstant().isBefore(range.to())) {
            if (beginnings.size() == MOST_POINTS) {
                throw new InvalidRequestProblem(
                        "granularity",
                        "gives more than " + MOST_POINTS + " points; take a coarser one or a shorter range");
            }
            beginnings.add(next.toInstant());
            next = after(next);
        }
        return beginnings;
    }

    /** After clocks were put back by half an hour, the full hour before a time may be two parts ago. */
    private ZonedDateTime firstOf(ZonedDateTime time) {
        ZonedDateTime beginning = beginningOf(time);
        ZonedDateTime next = after(beginning);
        while (!next.isAfter(time)) {
            beginning = next;
            next = after(beginning);
        }
        return beginning;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
