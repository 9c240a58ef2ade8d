package io.leasehold.sim.fault;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault in force, and how much of it is left. */
final class StandingFault {
    private final Fault fault;
    private final Share calls;
    private final Share adminCalls;
    private final AtomicInteger left;

    StandingFault(Fault fault) {
        this.fault = fault;
        this.calls = new Share(Objects.requireNonNullElse(fault.rate(), BigDecimal.ONE));
        this.adminCalls = new Share(Objects.requireNonNullElse(fault.adminFailRate(), BigDecimal.ZERO));
        this.left = new AtomicInteger(Objects.requireNonNullElse(fault.times(), Integer.MAX_VALUE));
    }

    Fault fault() {
        return fault;
    }

    boolean hitsCall() {
        return calls.hitsNext() && takeOne();
    }

    boolean hitsAdminCall() {
        return adminCalls.hitsNext() && takeOne();
    }

    boolean isUsedUp() {
        return left.get() <= 0;
    }

    private boolean takeOne() {
        return fault.times() == null || left.getAndDecrement() > 0;
    }
}
