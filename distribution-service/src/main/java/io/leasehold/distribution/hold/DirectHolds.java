package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.AskedWindows.Asked;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sets the whole limit of a direct lease aside, in every window that its term touches, because nobody sees what is spent
 * with it. To the windows the lease is one more replica, with its own id.
 */
public final class DirectHolds {
    /** More windows than a lease of any length touches. */
    private static final int ALL = 10_000;

    private DirectHolds() {}

    /**
     * A window in which there is too little left.
     *
     * @param resetsAt null for one that never resets
     */
    public record Shortfall(
            WindowKey window,
            BigDecimal remaining,
            @Nullable Instant resetsAt) {}

    /**
     * Holds an amount in all windows from a time to another that don't hold it for this lease already.
     *
     * @param scopes what the lease counts for, beside itself
     * @return the first window where that can't be done; the transaction must be rolled back to where it was before, then
     */
    public static Optional<Shortfall> take(
            Handle handle,
            UUID workspaceId,
            UUID leaseId,
            List<ScopeKey> scopes,
            BigDecimal amount,
            Instant from,
            Instant until) {
        Set<WindowKey> held = new HashSet<>(HoldStore.openWindows(handle, leaseId, ALL));
        List<Asked> missing =
                AskedWindows.of(handle, asks(handle, workspaceId, leaseId, scopes, amount, from, until), from).stream()
                        .filter(asked -> !held.contains(asked.window().key()))
                        .toList();
        return Grants.grant(handle, leaseId, 1, missing, from).stream()
                .filter(Slice::refused)
                .findFirst()
                .map(slice -> new Shortfall(
                        slice.window(),
                        slice.remaining() == null ? BigDecimal.ZERO : slice.remaining(),
                        slice.windowEnd()));
    }

    private static List<Ask> asks(
            Handle handle,
            UUID workspaceId,
            UUID leaseId,
            List<ScopeKey> scopes,
            BigDecimal amount,
            Instant from,
            Instant until) {
        Map<ScopeKey, ScopeLimits> limits = LimitStore.find(handle, scopes);
        List<Ask> asks = new ArrayList<>();
        asks.add(new Ask(workspaceId, Scope.LEASE, leaseId.toString(), Period.LEASE, from, amount, BigDecimal.ZERO));
        limits.forEach((scope, ofScope) -> ScopeLimits.PERIODS.stream()
                .filter(period -> ofScope.amount(period) != null)
                .flatMap(period -> begins(ofScope, period, from, until).stream()
                        .map(at -> new Ask(
                                workspaceId, scope.scope(), scope.scopeId(), period, at, amount, BigDecimal.ZERO)))
                .forEach(asks::add));
        return asks;
    }

    /** A time in each window of a period, from a time to another. */
    private static List<Instant> begins(ScopeLimits limits, Period period, Instant from, Instant until) {
        List<Instant> begins = new ArrayList<>();
        Instant at = from;
        while (at != null && at.isBefore(until)) {
            begins.add(at);
            at = PeriodBounds.containing(period, limits.zone(period), at).end();
        }
        return begins;
    }

    /**
     * The lease is over: what it may have spent is presumed, and what was set aside in windows that have not begun is free.
     */
    public static void close(Handle handle, UUID leaseId, Instant now) {
        WindowBooks books = WindowBooks.lock(handle, HoldStore.openWindows(handle, leaseId, ALL), Set.of(leaseId));
        for (WindowBook book : books.all()) {
            if (book.key().windowStart().isAfter(now)) {
                book.giveBack(leaseId, book.hold(leaseId).granted());
            }
            book.close(leaseId);
        }
        books.save(handle);
    }
}
