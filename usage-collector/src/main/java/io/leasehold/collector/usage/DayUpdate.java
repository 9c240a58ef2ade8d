package io.leasehold.collector.usage;

import io.leasehold.collector.revision.RevisionStore;
import io.leasehold.collector.usage.UsageBucket.Change;
import io.leasehold.contracts.event.UsageSampled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Brings what is kept of a day to what its provider says now, bucket by bucket; what is the same is left alone. */
final class DayUpdate {
    private final Handle handle;
    private final UsageDay day;
    private final @Nullable Instant readBefore;
    private final List<UsageSampled> news = new ArrayList<>();

    DayUpdate(Handle handle, UsageDay day) {
        this.handle = handle;
        this.day = day;
        this.readBefore = UsageStore.readAt(handle, day.account(), day.from()).orElse(null);
    }

    /** @return what is to be told of buckets that changed, or that are final now */
    List<UsageSampled> apply(Map<Instant, List<UsageLine>> told) {
        Map<Instant, UsageBucket> kept = UsageStore.buckets(handle, day);
        TreeSet<Instant> all = new TreeSet<>(kept.keySet());
        all.addAll(told.keySet());
        for (Instant from : all) {
            List<UsageLine> lines = told.getOrDefault(from, List.of());
            UsageBucket before = kept.get(from);
            update(before == null ? unused(from) : before, lines, before == null);
        }
        UsageStore.confirm(handle, day);
        return news;
    }

    private void update(UsageBucket before, List<UsageLine> lines, boolean unknown) {
        Change change = before.changeTo(lines);
        if (change == Change.CORRECTED) {
            if (unknown) {
                UsageStore.putBucket(handle, day, before, List.of());
            }
            RevisionStore.keepUsage(
                    handle, day.account().workspaceId(), day.account().accountId(), before.from(), day.readAt());
        }
        int revision = before.revision() + (change == Change.CORRECTED ? 1 : 0);
        if (change != Change.NONE) {
            UsageStore.putBucket(
                    handle,
                    day,
                    new UsageBucket(before.from(), before.to(), revision, day.complete(), day.readAt(), lines),
                    lines);
        }
        if (change != Change.NONE || (day.complete() && !before.complete())) {
            news.add(event(before, revision, lines));
        }
    }

    /** A bucket that nothing was known of: that nothing was used in it was said when its day was read before. */
    private UsageBucket unused(Instant from) {
        Instant said = Objects.requireNonNullElse(readBefore, Instant.EPOCH);
        return new UsageBucket(from, from.plus(day.width().duration()), 1, false, said, List.of());
    }

    private UsageSampled event(UsageBucket bucket, int revision, List<UsageLine> lines) {
        return new UsageSampled(
                day.account().accountId(),
                day.account().workspaceId(),
                day.account().provider(),
                bucket.from(),
                bucket.to(),
                lines.stream().map(UsageLine::sample).toList(),
                revision,
                day.complete(),
                day.asOf());
    }
}
