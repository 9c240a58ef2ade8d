package io.leasehold.analytics.range;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Time zones as callers name them. */
public final class Zones {
    private Zones() {}

    /** UTC where none is named. */
    public static ZoneId of(@Nullable String name) {
        try {
            ZoneId zone = name == null ? ZoneOffset.UTC : ZoneId.of(name);
            if (isMadeOfQuarters(zone)) {
                return zone;
            }
        } catch (DateTimeException unknown) {
            // Refused below, like one that does not fit.
        }
        throw new InvalidRequestProblem("zone", "is not a time zone; use an IANA name such as Europe/Berlin");
    }

    /** Every real zone is; an offset of seven minutes would cut rollups apart. */
    private static boolean isMadeOfQuarters(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return !rules.isFixedOffset()
                || rules.getOffset(Instant.EPOCH).getTotalSeconds() % QuarterHour.LENGTH.toSeconds() == 0;
    }
}
