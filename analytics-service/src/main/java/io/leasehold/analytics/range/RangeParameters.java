package io.leasehold.analytics.range;

/** What callers are told about the parameters that name a range. */
public final class RangeParameters {
    public static final String FROM =
            "Where the range begins, inclusive; 24 hours before its end where left out. It is widened to whole quarters of "
                    + "an hour and lasts 400 days at most.";
    public static final String TO = "Where the range ends, exclusive; now where left out";
    public static final String ZONE = "The time zone by its IANA name; UTC where left out";

    public static final String FROM_EXAMPLE = "2026-11-20T00:00:00Z";
    public static final String TO_EXAMPLE = "2026-11-21T00:00:00Z";
    public static final String ZONE_EXAMPLE = "Europe/Berlin";

    private RangeParameters() {}
}
