package io.leasehold.providers.mistral;

import io.leasehold.providers.Access;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import io.leasehold.providers.usage.UsageScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mistral's monthly usage by day, model and group. It names neither key nor workspace, and counts no requests. A group
 * that is none of tokens is told in units of its own name.
 */
final class MistralUsageReports implements UsageReports {
    private static final UsageScope SCOPE = new UsageScope(List.of(BucketWidth.DAY), false, false, false, true, 365);
    /** How long figures of a day still change is not said. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final MistralApi api;
    private final Clock clock;

    MistralUsageReports(MistralApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public UsageScope scope() {
        return SCOPE;
    }

    @Override
    public UsageReport read(Access admin, Instant from, Instant to, BucketWidth width) {
        Days days = Days.around(from, to);
        Instant now = clock.instant();
        List<UsageSample> samples = new ArrayList<>();
        MistralMonths.usage(api, admin, days)
                .forEach(month -> MistralUsageRow.all(month).stream()
                        .filter(row -> row.isIn(days) && row.value().signum() != 0)
                        .map(MistralUsageReports::sample)
                        .forEach(samples::add));
        return new UsageReport(
                days.start(), days.end(), samples, !now.isBefore(days.end().plus(SETTLED_AFTER)), now);
    }

    private static UsageSample sample(MistralUsageRow row) {
        LocalDate day = LocalDate.ofInstant(row.at(), ZoneOffset.UTC);
        return new UsageSample(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                row.group(),
                null,
                row.model(),
                null,
                row.tier(),
                counts(row),
                isOfTokens(row.group()) ? null : row.group());
    }

    private static UsageCounts counts(MistralUsageRow row) {
        long value = whole(row);
        return new UsageCounts(
                null,
                of(row, "input", value),
                of(row, "input_cached", value),
                null,
                null,
                of(row, "output", value),
                null,
                null,
                isOfTokens(row.group()) ? null : (Long) value);
    }

    private static @Nullable Long of(MistralUsageRow row, String group, long value) {
        return row.group().equals(group) ? (Long) value : null;
    }

    private static boolean isOfTokens(String group) {
        return group.equals("input") || group.equals("input_cached") || group.equals("output");
    }

    private static long whole(MistralUsageRow row) {
        try {
            return row.value().longValueExact();
        } catch (ArithmeticException noCount) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "Mistral's usage of " + row.model() + " is no whole number.", null);
        }
    }
}
