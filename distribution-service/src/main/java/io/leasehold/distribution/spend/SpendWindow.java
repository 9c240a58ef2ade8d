package io.leasehold.distribution.spend;

import io.leasehold.contracts.event.SpendView;
import io.leasehold.contracts.hold.WindowKey;
import java.time.Instant;

/** A window as it stands. */
public record SpendWindow(Window window, Balance balance, long version) {
    /** A window in which nothing happened yet. */
    static SpendWindow untouched(Window window) {
        return new SpendWindow(window, Balance.ZERO, 0);
    }

    public WindowKey key() {
        return window.key();
    }

    /** The same window after something moved. */
    public SpendWindow with(Balance changed) {
        return new SpendWindow(window, changed, version + 1);
    }

    SpendView toView(Instant asOf) {
        return new SpendView(
                key().workspaceId(),
                key().scope(),
                key().scopeId(),
                key().period(),
                key().windowStart(),
                window.end(),
                window.limit(),
                balance.spent(),
                balance.presumed(),
                balance.held(),
                version,
                asOf);
    }
}
