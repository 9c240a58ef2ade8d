package io.leasehold.gateway.world;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.WindowKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Grants as the real arbiter does, but settles nothing: what was spent stays held. All windows begin at the epoch and never
 * end unless {@link #end} says so.
 */
public final class FakeArbiter {
    private static final int TERM_SECONDS = 60;
    private static final BigDecimal SHARES = BigDecimal.valueOf(8);

    private final Map<String, BigDecimal> limits = new HashMap<>();
    private final Map<WindowKey, Map<UUID, Hold>> holds = new HashMap<>();
    private final Map<String, Long> rates = new HashMap<>();
    private final Map<String, Map<UUID, Permits>> permits = new HashMap<>();
    private final Set<UUID> closed = new HashSet<>();
    private final Set<UUID> endedLeases = new HashSet<>();
    private final List<GrantRequest> grants = new ArrayList<>();
    private @Nullable Instant windowEnd;
    private @Nullable Integer emergencySeconds;

    private static final class Hold {
        BigDecimal granted = BigDecimal.ZERO;
        BigDecimal returned = BigDecimal.ZERO;
    }

    private static final class Permits {
        long granted;
        long returned;
    }

    /** How long it waits for replicas that it does not hear of; says nothing of it unless it is told. */
    public synchronized void waitForEmergencies(Duration longest) {
        emergencySeconds = (int) longest.toSeconds();
    }

    /** Limits how fast a scope may be used. */
    public synchronized void limitRate(String scopeId, RateMeasure measure, long limit) {
        rates.put(scopeId + ":" + measure.wireName(), limit);
    }

    /** How many permits replicas have of all rate limits of a scope. */
    public synchronized long lent(String scopeId) {
        return permits.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(scopeId + ":"))
                .flatMap(entry -> entry.getValue().values().stream())
                .mapToLong(each -> each.granted - each.returned)
                .sum();
    }

    /** Limits one window, whatever its period. */
    public synchronized void limit(String scopeId, BigDecimal amount) {
        limits.put(scopeId, amount);
    }

    public synchronized void endWindowsAt(Instant end) {
        windowEnd = end;
    }

    /** As if the replica had been silent for too long. */
    public synchronized void close(UUID replica) {
        closed.add(replica);
    }

    public synchronized void endLease(UUID leaseId) {
        endedLeases.add(leaseId);
    }

    public synchronized List<GrantRequest> grants() {
        return List.copyOf(grants);
    }

    /** What replicas hold of a window, spent or not. */
    public synchronized BigDecimal held(String scopeId) {
        return holds.entrySet().stream()
                .filter(entry -> entry.getKey().scopeId().equals(scopeId))
                .flatMap(entry -> entry.getValue().values().stream())
                .map(hold -> hold.granted.subtract(hold.returned))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Null where the real one answers 409. */
    public synchronized @Nullable GrantAnswer grant(GrantRequest request) {
        grants.add(request);
        if (closed.contains(request.replica())) {
            return null;
        }
        return new GrantAnswer(
                TERM_SECONDS,
                request.asks().stream()
                        .map(ask -> slice(request.replica(), ask))
                        .toList(),
                request.shares().stream().map(this::share).toList(),
                emergencySeconds);
    }

    /** To whoever asks first, as long as there is something left. */
    private GrantAnswer.Share share(ShareAsk ask) {
        Long limit = rates.get(ask.scopeId() + ":" + ask.measure().wireName());
        if (limit == null) {
            return new GrantAnswer.Share(ask.shareId(), null, 0, 0);
        }
        Map<UUID, Permits> ofRate =
                permits.computeIfAbsent(ask.scopeId() + ":" + ask.measure(), missing -> new HashMap<>());
        Permits mine = ofRate.computeIfAbsent(ask.shareId(), missing -> new Permits());
        mine.returned = Math.max(mine.returned, ask.returned());
        long lent = ofRate.values().stream()
                .mapToLong(each -> each.granted - each.returned)
                .sum();
        long more = Math.min(ask.want() - (mine.granted - mine.returned), limit - lent);
        mine.granted += Math.max(0, more);
        return new GrantAnswer.Share(ask.shareId(), limit, mine.granted, limit);
    }

    private GrantAnswer.Slice slice(UUID replica, Ask ask) {
        WindowKey window = window(ask);
        BigDecimal limit = limits.get(ask.scopeId());
        if (limit == null) {
            return new GrantAnswer.Slice(window, null, null, BigDecimal.ZERO, null, false);
        }
        Hold hold = holds.computeIfAbsent(window, key -> new HashMap<>()).computeIfAbsent(replica, id -> new Hold());
        BigDecimal remaining = limit.subtract(held(ask.scopeId()));
        boolean met = ask.need().compareTo(remaining) <= 0;
        if (met) {
            BigDecimal most = ask.need().max(remaining.divide(SHARES).setScale(9, java.math.RoundingMode.FLOOR));
            hold.granted = hold.granted.add(ask.need().add(ask.want()).min(most));
        }
        return new GrantAnswer.Slice(window, windowEnd, limit, hold.granted, limit.subtract(held(ask.scopeId())), !met);
    }

    private WindowKey window(Ask ask) {
        boolean next = windowEnd != null && !ask.at().isBefore(windowEnd);
        return new WindowKey(
                ask.workspaceId(), ask.scope(), ask.scopeId(), ask.period(), next ? windowEnd : Instant.EPOCH);
    }

    public synchronized RenewAnswer renew(RenewRequest request) {
        boolean known = !closed.contains(request.replica());
        if (known) {
            request.returned().forEach(returned -> {
                Hold hold = holds.getOrDefault(returned.window(), Map.of()).get(request.replica());
                if (hold != null) {
                    hold.returned = hold.returned.max(returned.amount());
                }
            });
        }
        return new RenewAnswer(
                TERM_SECONDS,
                known,
                request.leases().stream().filter(endedLeases::contains).toList(),
                emergencySeconds);
    }
}
