package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gateway replica, as far as one window of one key is concerned. */
public final class SimulatedReplica {
    private final UUID id = UUID.randomUUID();
    private final Arbiter arbiter;
    private final UUID workspaceId;
    private final String keyId;
    private BigDecimal granted = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;
    private BigDecimal available = BigDecimal.ZERO;
    private @Nullable WindowKey window;

    public SimulatedReplica(Arbiter arbiter, UUID workspaceId, String keyId) {
        this.arbiter = arbiter;
        this.workspaceId = workspaceId;
        this.keyId = keyId;
    }

    public UUID id() {
        return id;
    }

    /** Sets a worst case aside; null when it can't be had. */
    public @Nullable WindowKey reserve(BigDecimal worstCase) {
        if (!tryReserve(worstCase)) {
            ask(worstCase);
            if (!tryReserve(worstCase)) {
                return null;
            }
        }
        return window;
    }

    private synchronized boolean tryReserve(BigDecimal worstCase) {
        boolean fits = worstCase.compareTo(available) <= 0;
        if (fits) {
            available = available.subtract(worstCase);
        }
        return fits;
    }

    private void ask(BigDecimal need) {
        Ask ask = new Ask(
                workspaceId, Scope.KEY, keyId, Period.TOTAL, Instant.now(), need, need.multiply(BigDecimal.TWO));
        granted(arbiter.grant(new GrantRequest(id, List.of(ask))).slices().getFirst());
    }

    /** Answers may come in any order; the totals tell which is newer. */
    private synchronized void granted(Slice slice) {
        window = slice.window();
        if (slice.granted().compareTo(granted) > 0) {
            available = available.add(slice.granted()).subtract(granted);
            granted = slice.granted();
        }
    }

    public synchronized void finish(BigDecimal worstCase, BigDecimal cost) {
        available = available.add(worstCase).subtract(cost);
    }

    public void giveBackIdle() {
        Returned idle = takeIdle();
        if (idle != null) {
            arbiter.renew(new RenewRequest(id, List.of(idle), List.of()));
        }
    }

    private synchronized @Nullable Returned takeIdle() {
        if (window == null) {
            return null;
        }
        returned = returned.add(available);
        available = BigDecimal.ZERO;
        return new Returned(window, returned);
    }
}
