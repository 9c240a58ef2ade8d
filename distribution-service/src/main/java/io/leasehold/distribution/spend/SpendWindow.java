package io.leasehold.distribution.spend;

import io.leasehold.contracts.event.SpendView;
import io.leasehold.contracts.hold.WindowKey;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A window as it stands.
 *
 * @param superseded whether its limit has moved to another zone: it is not counted any longer, nothing is granted of it, and
 *     it is only kept for what is held in it
 */
public record SpendWindow(Window window, Balance balance, boolean superseded, long version) {
    /** A window in which nothing happened yet. */
    static SpendWindow untouched(Window window) {
        return new SpendWindow(window, Balance.ZERO, false, 0);
    }

    public WindowKey key() {
        return window.key();
    }

    /** The same window after something moved. */
    public SpendWindow with(Balance changed) {
        return new SpendWindow(window, changed, superseded, version + 1);
    }

    /** The same under a limit that may not have reached the window yet. */
    SpendWindow in(Window asItShouldBe) {
        return new SpendWindow(asItShouldBe, balance, superseded, version);
    }

    SpendWindow supersede() {
        return new SpendWindow(window, balance, true, version + 1);
    }

    /** The same window, counted from now on. */
    SpendWindow count(BigDecimal spentSoFar) {
        Balance counted = new Balance(spentSoFar, balance.presumed(), balance.held());
        return new SpendWindow(window, counted, false, version + 1);
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
