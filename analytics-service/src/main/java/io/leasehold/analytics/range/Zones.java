package io.leasehold.analytics.range;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Time zones as callers name them. */
public final class Zones {
    private Zones() {}

    /** UTC where none is named. */
    public static ZoneId of(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidRequestProblem("zone", "is not a time zone; use an IANA name such as Europe/Berlin");
        }
    }
}
