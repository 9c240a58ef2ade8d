package io.leasehold.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** OpenAI's usage, of each family of endpoints by itself: tokens, requests and what else is counted. */
final class OpenAiUsageReports implements UsageReports {
    private static final UsageScope SCOPE =
            new UsageScope(List.of(BucketWidth.MINUTE, BucketWidth.HOUR, BucketWidth.DAY), true, true, true, true, 365);
    /** A day can be corrected for some hours after its end; how many is not said. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final OpenAiApi api;
    private final Clock clock;

    OpenAiUsageReports(OpenAiApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public UsageScope scope() {
        return SCOPE;
    }

    @Override
    public UsageReport read(Access admin, Instant from, Instant to, BucketWidth width) {
        Instant now = clock.instant();
        List<UsageSample> samples = Arrays.stream(OpenAiUsageKind.values())
                .flatMap(kind -> pages(admin, kind, from, to, width)
                        .flatMap(page -> page.path("data").valueStream())
                        .flatMap(bucket -> samples(kind, bucket)))
                .toList();
        return new UsageReport(from, to, samples, !now.isBefore(to.plus(SETTLED_AFTER)), now);
    }

    /** Of a family that is not there for everybody, nothing was used. */
    private Stream<JsonNode> pages(Access admin, OpenAiUsageKind kind, Instant from, Instant to, BucketWidth width) {
        try {
            return api
                    .report(
                            admin,
                            "/organization/usage/%s?start_time=%d&end_time=%d&bucket_width=%s&limit=%d%s"
                                    .formatted(
                                            kind.wireName(),
                                            from.getEpochSecond(),
                                            to.getEpochSecond(),
                                            width.symbol(),
                                            mostBuckets(width),
                                            kind.groupBy()))
                    .stream();
        } catch (ProviderException failure) {
            if (failure.failure() == Failure.NOT_FOUND) {
                return Stream.empty();
            }
            throw failure;
        }
    }

    private static int mostBuckets(BucketWidth width) {
        return switch (width) {
            case MINUTE -> 1440;
            case HOUR -> 168;
            case DAY -> 31;
        };
    }

    private static Stream<UsageSample> samples(OpenAiUsageKind kind, JsonNode bucket) {
        Instant from = time(bucket, "start_time");
        Instant to = time(bucket, "end_time");
        return bucket.path("results")
                .valueStream()
                .flatMap(result -> Stream.of(
                                sample(kind, from, to, result, counts(kind, result), kind.unit()),
                                sample(kind, from, to, result, units(audio(result)), "audio_tokens"),
                                sample(kind, from, to, result, units(images(result)), "image_tokens"))
                        .filter(sample ->
                                !isAddition(sample) || !sample.counts().isNothing()));
    }

    private static UsageSample sample(
            OpenAiUsageKind kind,
            Instant from,
            Instant to,
            JsonNode result,
            UsageCounts counts,
            @Nullable String unit) {
        return new UsageSample(
                from,
                to,
                kind.wireName(),
                JsonFields.text(result, "api_key_id"),
                JsonFields.text(result, "model"),
                JsonFields.text(result, "project_id"),
                JsonFields.text(result, "service_tier"),
                counts,
                unit);
    }

    private static boolean isAddition(UsageSample sample) {
        return sample.unit() != null && sample.unit().endsWith("_tokens");
    }

    /** Audio and images that are put out have prices of their own, so that they are told by themselves. */
    private static UsageCounts units(long tokens) {
        return new UsageCounts(null, null, null, null, null, null, null, null, tokens);
    }

    private static long audio(JsonNode result) {
        return JsonFields.count(result, "input_audio_tokens")
                + JsonFields.count(result, "input_cached_audio_tokens")
                + JsonFields.count(result, "output_audio_tokens");
    }

    private static long images(JsonNode result) {
        return JsonFields.count(result, "output_image_tokens");
    }

    private static UsageCounts counts(OpenAiUsageKind kind, JsonNode result) {
        Long input = JsonFields.countOrNull(result, "input_tokens");
        Long read = JsonFields.countOrNull(result, "input_cached_tokens");
        Long written = JsonFields.countOrNull(result, "input_cache_write_tokens");
        Long output = JsonFields.countOrNull(result, "output_tokens");
        String unitField = kind.unitField();
        return new UsageCounts(
                JsonFields.countOrNull(result, "num_model_requests"),
                without(uncached(input, read, written), JsonFields.count(result, "input_audio_tokens")),
                without(read, JsonFields.count(result, "input_cached_audio_tokens")),
                written,
                null,
                without(output, JsonFields.count(result, "output_audio_tokens") + images(result)),
                null,
                null,
                unitField == null ? null : JsonFields.countOrNull(result, unitField));
    }

    private static @Nullable Long without(@Nullable Long all, long part) {
        if (all == null) {
            return null;
        }
        if (all - part < 0 && all >= 0) {
            throw unreadable("OpenAI counts more tokens of audio or images than tokens.");
        }
        return all - part;
    }

    /** All input is told, of which what was cached is a part. */
    private static @Nullable Long uncached(@Nullable Long input, @Nullable Long read, @Nullable Long written) {
        if (input == null) {
            return null;
        }
        long rest = input - (read == null ? 0 : read) - (written == null ? 0 : written);
        if (rest < 0 && input >= 0) {
            throw unreadable("OpenAI counts more cached input than input.");
        }
        return rest;
    }

    private static Instant time(JsonNode bucket, String name) {
        Instant time = JsonFields.seconds(bucket, name);
        if (time == null) {
            throw unreadable("OpenAI's usage names no time in '" + name + "'.");
        }
        return time;
    }

    private static ProviderException unreadable(String words) {
        return new ProviderException(Failure.UNREADABLE, 200, null, words, null);
    }
}
