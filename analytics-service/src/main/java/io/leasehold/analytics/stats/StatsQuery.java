package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.RangeQuery;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.range.Zones;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The range of a statistic and the zone by whose clock its time is cut, as they come from the query. */
public class StatsQuery extends RangeQuery {
    @Parameter(
            description = "The time zone by its IANA name, UTC where left out; sums do not depend on it",
            example = "Europe/Berlin")
    @RestQuery
    @Nullable
    String zone;

    /** A zone that is none is refused also where it would change nothing. */
    @Override
    public TimeRange range(Instant now) {
        zone();
        return super.range(now);
    }

    ZoneId zone() {
        return Zones.of(zone);
    }
}
