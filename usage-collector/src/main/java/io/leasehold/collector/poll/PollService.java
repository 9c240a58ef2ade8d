package io.leasehold.collector.poll;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.collector.raw.RawResponses;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.ProviderStatus;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Polls one account: has read what its plan names, and notes and tells how that went. */
@Singleton
class PollService {
    private static final Logger LOG = Logger.getLogger(PollService.class);

    private final Database database;
    private final ProviderAccess providers;
    private final Plans plans;
    private final PartPolls partPolls;
    private final RawResponses raw;
    private final Outbox outbox;
    private final PollConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    PollService(
            Database database,
            ProviderAccess providers,
            Plans plans,
            PartPolls partPolls,
            RawResponses raw,
            Outbox outbox,
            PollConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.plans = plans;
        this.partPolls = partPolls;
        this.raw = raw;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Task(Account account, PollPlan plan) {}

    void poll(Claim claim) {
        Task task = database.asSystem(handle -> {
            Account account = AccountStore.find(handle, claim.workspaceId(), claim.accountId())
                    .orElseThrow();
            return new Task(account, plans.of(handle, account));
        });
        Account account = task.account();
        Set<PollPart> parts = EnumSet.noneOf(PollPart.class);
        parts.addAll(providers.parts(account));
        parts.retainAll(task.plan().parts());
        if (!account.isActive() || parts.isEmpty()) {
            database.useSystem(handle -> PollStore.rest(handle, claim));
            return;
        }
        try {
            poll(claim, task, parts);
        } catch (ClaimLostException tooSlow) {
            LOG.warnf("poll taken over by another account=%s", account.accountId());
        }
    }

    private void poll(Claim claim, Task task, Set<PollPart> parts) {
        Instant started = clock.instant();
        PollMeter meter = new PollMeter(raw.mostOfAPoll());
        AtomicReference<PollOutcome> outcome = new AtomicReference<>();
        meter.measure(
                () -> outcome.set(partPolls.read(task.account(), task.plan(), parts, handle -> keep(handle, claim))));
        if (Thread.interrupted()) {
            // The service stops: that says nothing about the provider, and another replica can go on at once.
            giveBack(claim);
            return;
        }
        database.useSystem(
                handle -> finish(handle, claim, task, Objects.requireNonNull(outcome.get()), meter, started));
    }

    /** Leaves the account to whoever polls it next. */
    void giveBack(Claim claim) {
        database.useSystem(handle -> PollStore.giveBack(handle, claim));
    }

    private void keep(Handle handle, Claim claim) {
        if (!PollStore.keep(handle, claim, clock.instant().plus(config.claim()))) {
            throw new ClaimLostException();
        }
    }

    private void finish(Handle handle, Claim claim, Task task, PollOutcome outcome, PollMeter meter, Instant started) {
        keep(handle, claim);
        Account account = task.account();
        Instant now = clock.instant();
        outcome.parts()
                .forEach((part, failure) -> PartStore.put(
                        handle, claim.workspaceId(), partState(handle, account, part, failure.orElse(null), now)));
        PollState before =
                PollStore.find(handle, claim.workspaceId(), claim.accountId()).orElseThrow();
        PollFailure failure = outcome.failure();
        NextPoll next = new NextPoll(task.plan().interval(), config.firstBackoff());
        PollState after = failure == null
                ? succeeded(handle, account, next, now)
                : failed(before, failure, outcome.anythingGood(), next, now);
        PollStore.finish(
                handle,
                claim,
                after,
                new PollStore.Effort(
                        meter.calls(),
                        meter.bytes(),
                        Duration.between(started, now).toMillis()));
        raw.keep(handle, account, meter.exchanges(), now);
        if (before.status() != after.status() || !Objects.equals(before.message(), after.message())) {
            outbox.append(handle, EventType.PROVIDER_STATUS_CHANGED, statusOf(account, after));
        }
        count(account, after, meter);
    }

    private void count(Account account, PollState after, PollMeter meter) {
        Counter.builder("leasehold.polls")
                .description("Polls of providers")
                .tag("provider", account.provider())
                .tag("status", statusName(after))
                .register(metrics)
                .increment();
        Counter.builder("leasehold.poll.calls")
                .description("Calls that polls made of providers")
                .tag("provider", account.provider())
                .register(metrics)
                .increment(meter.calls());
        Counter.builder("leasehold.poll.bytes")
                .description("Bytes that providers answered to polls")
                .tag("provider", account.provider())
                .register(metrics)
                .increment((double) meter.bytes());
        LOG.infof(
                "account polled account=%s provider=%s status=%s calls=%d bytes=%d next=%s",
                account.accountId(),
                account.provider(),
                statusName(after),
                meter.calls(),
                meter.bytes(),
                after.nextPollAt());
    }

    private PartState partState(
            Handle handle, Account account, PollPart part, @Nullable PollFailure failure, Instant now) {
        return failure == null
                ? new PartState(
                        account.accountId(),
                        part,
                        PollStatus.OK,
                        null,
                        now,
                        now,
                        partPolls.asOf(handle, account, part).orElse(now))
                : new PartState(account.accountId(), part, failure.status(), failure.message(), now, null, null);
    }

    /** How fresh an account's figures are is told by its money, where there is any. */
    private PollState succeeded(Handle handle, Account account, NextPoll next, Instant now) {
        return new PollState(
                account.accountId(),
                next.afterSuccess(now),
                PollStatus.OK,
                null,
                0,
                now,
                now,
                partPolls.asOf(handle, account, PollPart.COST).orElse(now));
    }

    /** @param partly whether some of it went well; then it goes on, even where this failure can't pass by itself */
    private static PollState failed(PollState before, PollFailure failure, boolean partly, NextPoll next, Instant now) {
        int failures = before.failures() + 1;
        Instant nextPollAt = next.afterFailure(failure, failures, now).orElse(partly ? next.afterSuccess(now) : null);
        return new PollState(
                before.accountId(),
                nextPollAt,
                failure.status(),
                failure.message(),
                failures,
                now,
                before.lastGoodAt(),
                before.asOf());
    }

    private static String statusName(PollState polled) {
        return Objects.requireNonNull(polled.status()).wireName();
    }

    private ProviderStatus statusOf(Account account, PollState state) {
        return new ProviderStatus(
                account.accountId(),
                account.workspaceId(),
                account.provider(),
                statusName(state),
                state.message(),
                state.lastGoodAt(),
                state.nextPollAt(),
                clock.instant());
    }
}
