package io.leasehold.gateway.hold;

import io.leasehold.gateway.call.ControlLoop;
import io.leasehold.gateway.lease.Leases;
import io.leasehold.gateway.rate.RateId;
import io.leasehold.gateway.rate.RateReached;
import io.leasehold.gateway.rate.Shares;
import io.leasehold.kit.id.Ids;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What this replica may spend, and how fast. A request reserves its worst case in every limited window and of every rate
 * limit that applies, in all or in none; where there is no room it waits, without holding a thread, until the arbiter has spoken.
 */
@Singleton
public class Holds {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(1);
    private static final Duration SHARE_CHECK = Duration.ofSeconds(1);

    private final HoldConfig config;
    private final ControlLoop control;
    private final Clock clock;
    private final Refill refill;
    private final Renewal renewal;
    private final Shares shares = new Shares(System::nanoTime);
    private final SetAside setAside;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Emergency emergency;
    private volatile Slices slices;

    Holds(
            HoldConfig config,
            ControlLoop control,
            Arbiter arbiter,
            Leases leases,
            FailOpen failOpen,
            MeterRegistry metrics,
            Clock clock) {
        this.config = config;
        this.control = control;
        this.clock = clock;
        this.emergency = Emergency.of(config.emergency(), failOpen::isOpen);
        this.slices = new Slices(Ids.next(), emergency);
        this.renewal = new Renewal(arbiter, () -> slices, this::forgetAll, leases::end, clock, System::nanoTime);
        this.refill = new Refill(
                arbiter, () -> slices, renewal, this::forgetAll, shares, this::settled, clock, System::nanoTime);
        this.setAside = new SetAside(() -> slices, shares, this::settled);
        measure(metrics);
    }

    private void measure(MeterRegistry metrics) {
        Gauge.builder("leasehold.gateway.holds.windows", this, holds -> holds.slices.count())
                .description("Spend windows that this replica holds a slice of")
                .register(metrics);
        Gauge.builder("leasehold.gateway.holds.reserved", this, holds -> holds.slices.countReserved())
                .description("Slices that requests under way have reserved something of")
                .register(metrics);
        Gauge.builder("leasehold.gateway.holds.over", this, holds -> holds.slices.isOver(System.nanoTime()) ? 1 : 0)
                .description("Whether (1) the arbiter was not heard for a whole term")
                .register(metrics);
        Gauge.builder("leasehold.gateway.rates.shares", shares, Shares::count)
                .description("Rate limits that this replica has a share of")
                .register(metrics);
        Gauge.builder("leasehold.gateway.holds.waiting", waiting, AtomicInteger::get)
                .description("Requests that wait for room in a spend window")
                .register(metrics);
    }

    /** Begins to renew and to give back. */
    public void start() {
        control.every(config.renewEvery(), () -> renewal.renew(() -> {}));
        control.every(IDLE_CHECK, () -> renewal.returnIdle(config.idleAfter()));
        control.every(TICK, refill::pump);
        control.every(SHARE_CHECK, refill::checkShares);
    }

    /**
     * Without windows nothing is set aside, but the amount is still what an unknown cost settles at.
     *
     * @param rates the rate limits that apply
     * @param tokens how many tokens the request may use at most
     */
    public Future<HoldOutcome> reserve(
            UUID leaseId, List<LimitId> limits, long nanoUsd, List<RateId> rates, long tokens) {
        renewal.used(leaseId);
        long now = System.nanoTime();
        Instant at = clock.instant();
        Reservation reservation = setAside.tryReserve(limits, nanoUsd, rates, tokens, at, now);
        if (reservation == null) {
            RateReached reached = shares.reached(rates, tokens, now);
            return reached != null
                    ? Future.succeededFuture(new HoldOutcome.TooFast(reached))
                    : park(new Waiting(
                            limits,
                            nanoUsd,
                            rates,
                            tokens,
                            now,
                            now + config.patience().toNanos(),
                            Promise.<HoldOutcome>promise()));
        }
        reservation.forEachToRefill(limit -> control.run(() -> refill.runsLow(limit)));
        return Future.succeededFuture(new HoldOutcome.Reserved(reservation));
    }

    private Future<HoldOutcome> park(Waiting request) {
        if (waiting.incrementAndGet() > config.maxWaiting()) {
            waiting.decrementAndGet();
            return Future.succeededFuture(new HoldOutcome.Unavailable());
        }
        control.run(() -> refill.park(request));
        return request.outcome().future().onComplete(done -> waiting.decrementAndGet());
    }

    private void settled() {
        if (waiting.get() > 0) {
            control.run(refill::pump);
        }
    }

    /** A lease that is gone for good needs no slice any more. */
    public void forget(LimitId limit) {
        control.run(() -> slices.forget(limit));
    }

    /** The arbiter counts what was held as presumed spent: nothing of it may be admitted from again. */
    private void forgetAll() {
        slices = new Slices(Ids.next(), emergency);
    }

    /** Gives back what is not reserved. */
    public Future<Void> giveBack() {
        Promise<Void> done = Promise.promise();
        control.run(() ->
                renewal.returnAll().compose(returned -> refill.leaveShares()).onComplete(done));
        return done.future();
    }
}
