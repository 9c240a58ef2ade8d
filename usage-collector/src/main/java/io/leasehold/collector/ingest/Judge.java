package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.Judgement.Rejected;
import io.leasehold.collector.ingest.Judgement.Taken;
import io.leasehold.contracts.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls count, and for which of the node's leases.
 *
 * @param mostAge how long ago a call may have begun
 * @param skew by how much the node's clock may be wrong
 * @param patience how soon after a call its lease may not be known yet
 */
record Judge(Instant now, Duration mostAge, Duration skew, Duration patience) {
    /** Far beyond what any model takes, and little enough that sums of it always fit. */
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    /** @param leases the node's, the newest first */
    Judgement judge(Call call, List<DirectLease> leases) {
        String nonsense = nonsense(call);
        if (nonsense != null) {
            return new Rejected(call, nonsense, false);
        }
        Optional<DirectLease> lease =
                leases.stream().filter(each -> each.covers(call, skew)).findFirst();
        return lease.<Judgement>map(found -> new Taken(call, found)).orElseGet(() -> unleased(call));
    }

    private @Nullable String nonsense(Call call) {
        if (call.endedAt().isBefore(call.startedAt())) {
            return "It ended before it began.";
        }
        if (call.startedAt().isAfter(now.plus(skew))) {
            return "It has not begun yet; set the node's clock right.";
        }
        if (call.startedAt().isBefore(now.minus(mostAge))) {
            return "It began more than %d hours ago.".formatted(mostAge.toHours());
        }
        return isPossible(call.tokens()) && call.webSearches() >= 0
                ? null
                : "No call takes so many tokens, or fewer than none.";
    }

    private static boolean isPossible(Tokens tokens) {
        return LongStream.of(
                        tokens.input(),
                        tokens.cacheRead(),
                        tokens.cacheWrite5m(),
                        tokens.cacheWrite1h(),
                        tokens.output(),
                        tokens.reasoning(),
                        tokens.audioIn(),
                        tokens.audioOut(),
                        tokens.image())
                .allMatch(count -> count >= 0 && count <= MOST_TOKENS);
    }

    /** A lease that was granted just now may not be known here yet. */
    private Rejected unleased(Call call) {
        String which = call.provider() == null ? "" : " for " + call.provider();
        return new Rejected(
                call,
                "The node had no direct lease%s at %s.".formatted(which, call.startedAt()),
                call.endedAt().isAfter(now.minus(patience)));
    }
}
