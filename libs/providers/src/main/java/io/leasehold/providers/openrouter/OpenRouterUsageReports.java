package io.leasehold.providers.openrouter;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import io.leasehold.providers.usage.UsageScope;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * OpenRouter's activity of completed days, asked for once per key, because it can be filtered by key but does not name
 * it. What keys that are gone have used shows as the rest of the account's total. What was read from caches is within
 * input.
 */
final class OpenRouterUsageReports implements UsageReports {
    private static final UsageScope SCOPE =
            new UsageScope(List.of(BucketWidth.DAY), true, false, true, false, OpenRouterApi.ACTIVITY_DAYS);
    private static final String KIND = "activity";
    private static final int DATE_LENGTH = 10;

    private final OpenRouterApi api;
    private final Clock clock;

    OpenRouterUsageReports(OpenRouterApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    private record Place(LocalDate day, String model) {
        UsageSample sample(@Nullable String key, UsageCounts counts) {
            return new UsageSample(startOf(day), startOf(day.plusDays(1)), KIND, key, model, null, null, counts, null);
        }
    }

    @Override
    public UsageScope scope() {
        return SCOPE;
    }

    @Override
    public UsageReport read(Access admin, Instant from, Instant to, BucketWidth width) {
        Days days = Days.around(from, to);
        Instant now = clock.instant();
        boolean over = !days.to().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return new UsageReport(days.start(), days.end(), samples(admin, days), over, now);
    }

    private List<UsageSample> samples(Access admin, Days days) {
        String date = days.each().size() == 1 ? "date=" + days.from() : "";
        Map<Place, UsageCounts> rest = activity(admin, "/activity" + (date.isEmpty() ? "" : "?" + date), days);
        List<UsageSample> samples = new ArrayList<>();
        if (rest.isEmpty()) {
            return samples;
        }
        for (String hash : OpenRouterApi.hashes(api.keys(admin))) {
            String filter = (date.isEmpty() ? "" : date + "&") + "api_key_hash=" + encoded(hash);
            activity(admin, "/activity?" + filter, days).forEach((place, counts) -> {
                samples.add(place.sample(hash, counts));
                rest.computeIfPresent(place, (same, left) -> left.minus(counts));
            });
        }
        rest.forEach((place, counts) -> {
            if (!counts.isNothing()) {
                samples.add(place.sample(null, counts));
            }
        });
        return samples;
    }

    private Map<Place, UsageCounts> activity(Access admin, String path, Days days) {
        Map<Place, UsageCounts> byPlace =
                new TreeMap<>(Comparator.comparing(Place::day).thenComparing(Place::model));
        for (JsonNode row : api.get(admin, path).path("data")) {
            LocalDate day = day(row);
            if (!day.isBefore(days.from()) && day.isBefore(days.to())) {
                byPlace.merge(new Place(day, row.path("model").asText()), counts(row), UsageCounts::plus);
            }
        }
        return byPlace;
    }

    /** Reasoning is part of what was completed. */
    private static UsageCounts counts(JsonNode row) {
        long reasoning = JsonFields.count(row, "reasoning_tokens");
        return new UsageCounts(
                JsonFields.countOrNull(row, "requests"),
                JsonFields.countOrNull(row, "prompt_tokens"),
                null,
                null,
                null,
                JsonFields.count(row, "completion_tokens") - reasoning,
                reasoning,
                null,
                null);
    }

    /** Some write a time there; the day comes first. */
    private static LocalDate day(JsonNode row) {
        String text = JsonFields.text(row, "date");
        try {
            if (text != null && text.length() >= DATE_LENGTH) {
                return LocalDate.parse(text.substring(0, DATE_LENGTH));
            }
        } catch (DateTimeException noDay) {
            throw noDay();
        }
        throw noDay();
    }

    private static ProviderException noDay() {
        return new ProviderException(Failure.UNREADABLE, 200, null, "OpenRouter's activity names no day.", null);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
