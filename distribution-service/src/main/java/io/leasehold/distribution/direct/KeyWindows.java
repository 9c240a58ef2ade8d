package io.leasehold.distribution.direct;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.RaiseStore;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A key's limited windows that run now, beside what its provider reports.
 *
 * @param since what is reported counts from then on
 * @param raises what may be spent above the limits now
 */
record KeyWindows(Instant since, List<Window> windows, Map<Period, BigDecimal> raises, KeyBill bill) {

    static KeyWindows read(Handle handle, DirectUse use, Instant now) {
        ScopeKey scope = new ScopeKey(use.workspaceId(), Scope.KEY, use.keyId().toString());
        ScopeLimits limits = LimitStore.find(handle, List.of(scope)).getOrDefault(scope, ScopeLimits.NONE);
        List<Window> windows = Window.all(scope, limits, now).stream()
                .filter(window -> window.limit() != null)
                .toList();
        List<Instant> froms =
                windows.stream().map(window -> from(window, use.since())).toList();
        return new KeyWindows(
                use.since(),
                windows,
                RaiseStore.inForce(handle, List.of(scope), now).getOrDefault(scope, Map.of()),
                BillStore.read(handle, use.workspaceId(), use.keyId(), froms));
    }

    /** From when on spend counts in a window. */
    Instant from(Window window) {
        return from(window, since);
    }

    private static Instant from(Window window, Instant since) {
        Instant start = window.key().windowStart();
        return start.isAfter(since) ? start : since;
    }

    BigDecimal reported(Window window) {
        return bill.reportedSince(from(window));
    }

    BigDecimal projected(Window window, Instant now) {
        return bill.projected(from(window), now);
    }

    /** What may be spent in a limited window. */
    BigDecimal allowed(Window window) {
        BigDecimal limit = window.limit();
        return limit == null
                ? BigDecimal.ZERO
                : limit.add(raises.getOrDefault(window.key().period(), BigDecimal.ZERO));
    }
}
