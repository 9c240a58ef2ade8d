package io.leasehold.collector.poll;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.collector.cost.CostReader;
import io.leasehold.collector.credential.Credentials;
import io.leasehold.collector.credential.CredentialsUnavailableException;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.ProviderStatus;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.providers.Secret;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.ProviderException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Polls one account: reads what its provider charged, and notes and tells how that went. */
@Singleton
class PollService {
    private static final Logger LOG = Logger.getLogger(PollService.class);

    private final Database database;
    private final ProviderAccess providers;
    private final Credentials credentials;
    private final CostReader costs;
    private final Outbox outbox;
    private final PollConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    PollService(
            Database database,
            ProviderAccess providers,
            Credentials credentials,
            CostReader costs,
            Outbox outbox,
            PollConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.credentials = credentials;
        this.costs = costs;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    void poll(Claim claim) {
        Account account = database.asSystem(handle -> AccountStore.find(handle, claim.workspaceId(), claim.accountId()))
                .orElseThrow();
        Optional<CostReports> reports = providers.costReports(account);
        if (!account.isActive() || reports.isEmpty()) {
            database.useSystem(handle -> PollStore.rest(handle, claim));
            return;
        }
        try {
            PollFailure failure = read(claim, account, reports.get());
            if (Thread.interrupted()) {
                // The service stops: that says nothing about the provider, and another replica can go on at once.
                database.useSystem(handle -> PollStore.giveBack(handle, claim));
                return;
            }
            database.useSystem(handle -> finish(handle, claim, account, failure));
        } catch (ClaimLostException tooSlow) {
            LOG.warnf("poll taken over by another account=%s", account.accountId());
        }
    }

    /** @return null when all went well; what was read before a failure is kept */
    private @Nullable PollFailure read(Claim claim, Account account, CostReports reports) {
        try (Secret credential = credentials.find(account).orElse(null)) {
            if (credential == null) {
                return PollFailure.missingKey();
            }
            costs.readDays(
                    account,
                    reports,
                    providers.of(account, credential),
                    new CostReader.Span(config.backfillDays(), config.settledAfter()),
                    handle -> keep(handle, claim));
            return null;
        } catch (CredentialsUnavailableException away) {
            LOG.warnf("admin credential not read account=%s cause=%s", account.accountId(), away.getMessage());
            return PollFailure.credentialNotRead();
        } catch (ProviderException failure) {
            return PollFailure.of(failure);
        } catch (ClaimLostException lost) {
            throw lost;
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "poll failed account=%s provider=%s", account.accountId(), account.provider());
            return PollFailure.ourFault();
        }
    }

    private void keep(Handle handle, Claim claim) {
        if (!PollStore.keep(handle, claim, clock.instant().plus(config.claim()))) {
            throw new ClaimLostException();
        }
    }

    private void finish(Handle handle, Claim claim, Account account, @Nullable PollFailure failure) {
        keep(handle, claim);
        PollState before =
                PollStore.find(handle, claim.workspaceId(), claim.accountId()).orElseThrow();
        PollState after = failure == null ? succeeded(handle, account) : failed(before, failure);
        PollStore.finish(handle, claim, after);
        if (before.status() != after.status() || !Objects.equals(before.message(), after.message())) {
            outbox.append(handle, EventType.PROVIDER_STATUS_CHANGED, statusOf(account, after));
        }
        Counter.builder("leasehold.polls")
                .description("Polls of what providers charged")
                .tag("provider", account.provider())
                .tag("status", statusName(after))
                .register(metrics)
                .increment();
        LOG.infof(
                "account polled account=%s provider=%s status=%s next=%s",
                account.accountId(), account.provider(), statusName(after), after.nextPollAt());
    }

    private PollState succeeded(Handle handle, Account account) {
        Instant now = clock.instant();
        return new PollState(
                account.accountId(),
                nextPoll().afterSuccess(now),
                PollStatus.OK,
                null,
                0,
                now,
                now,
                costs.asOf(handle, account).orElse(now));
    }

    private PollState failed(PollState before, PollFailure failure) {
        Instant now = clock.instant();
        int failures = before.failures() + 1;
        return new PollState(
                before.accountId(),
                nextPoll().afterFailure(failure, failures, now).orElse(null),
                failure.status(),
                failure.message(),
                failures,
                now,
                before.lastGoodAt(),
                before.asOf());
    }

    private NextPoll nextPoll() {
        return new NextPoll(config.pollInterval(), config.firstBackoff());
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
