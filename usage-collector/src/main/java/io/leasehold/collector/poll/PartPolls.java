package io.leasehold.collector.poll;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.cost.CostReader;
import io.leasehold.collector.cost.Settling;
import io.leasehold.collector.credential.Credentials;
import io.leasehold.collector.credential.CredentialsUnavailableException;
import io.leasehold.collector.quota.QuotaReader;
import io.leasehold.collector.standing.NoneListedException;
import io.leasehold.collector.standing.StandingReader;
import io.leasehold.collector.usage.UsageReader;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.quota.Quotas;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Asks an account's provider for one thing after the other. What was read before a failure is kept. */
@Singleton
class PartPolls {
    private static final Logger LOG = Logger.getLogger(PartPolls.class);
    private static final Secret NOBODY = Secret.of("none");

    private final ProviderAccess providers;
    private final Credentials credentials;
    private final CostReader costs;
    private final UsageReader usage;
    private final QuotaReader quotas;
    private final StandingReader standings;
    private final PollConfig config;

    PartPolls(
            ProviderAccess providers,
            Credentials credentials,
            CostReader costs,
            UsageReader usage,
            QuotaReader quotas,
            StandingReader standings,
            PollConfig config) {
        this.providers = providers;
        this.credentials = credentials;
        this.costs = costs;
        this.usage = usage;
        this.quotas = quotas;
        this.standings = standings;
        this.config = config;
    }

    /** How fresh the provider said that its newest figures are. */
    Optional<Instant> asOf(Handle handle, Account account, PollPart part) {
        return switch (part) {
            case COST -> costs.asOf(handle, account);
            case USAGE -> usage.asOf(handle, account);
            case QUOTA -> quotas.asOf(handle, account);
            case KEYS -> Optional.empty();
        };
    }

    /**
     * @param keep runs first in each transaction that writes; throws where this poll may not write any more
     * @throws ClaimLostException when it does
     */
    PollOutcome read(Account account, PollPlan plan, Set<PollPart> parts, Consumer<Handle> keep) {
        PollOutcome outcome = new PollOutcome();
        Set<PollPart> left = EnumSet.copyOf(parts);
        try (Secret credential = credentials.find(account).orElse(null)) {
            if (credential == null) {
                left.removeIf(part -> !needsNoAdmin(account, part) && noted(outcome, part));
            }
            Access access = providers.of(account, credential == null ? NOBODY : credential);
            for (PollPart part : left) {
                if (!read(account, plan, part, access, keep, outcome)) {
                    break;
                }
            }
        } catch (CredentialsUnavailableException away) {
            LOG.warnf("admin credential not read account=%s cause=%s", account.accountId(), away.getMessage());
            parts.stream()
                    .filter(part -> !outcome.parts().containsKey(part))
                    .forEach(part -> outcome.failed(part, PollFailure.credentialNotRead()));
        }
        return outcome;
    }

    private static boolean noted(PollOutcome outcome, PollPart part) {
        outcome.failed(part, PollFailure.missingKey());
        return true;
    }

    private boolean needsNoAdmin(Account account, PollPart part) {
        return part == PollPart.QUOTA
                && providers.quotas(account).map(Quotas::perKey).orElse(false);
    }

    /** @return whether the provider may be asked for more */
    private boolean read(
            Account account, PollPlan plan, PollPart part, Access access, Consumer<Handle> keep, PollOutcome outcome) {
        try {
            readPart(account, plan, part, access, keep);
            outcome.good(part);
            return true;
        } catch (ProviderException failure) {
            outcome.failed(part, PollFailure.of(failure));
            return PollFailure.concernsOnePart(failure);
        } catch (NoneListedException noneListed) {
            outcome.failed(part, PollFailure.noneListed());
            return true;
        } catch (ClaimLostException | CredentialsUnavailableException told) {
            throw told;
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault, "poll failed account=%s provider=%s part=%s", account.accountId(), account.provider(), part);
            outcome.failed(part, PollFailure.ourFault());
            return false;
        }
    }

    private void readPart(Account account, PollPlan plan, PollPart part, Access access, Consumer<Handle> keep) {
        switch (part) {
            case COST ->
                providers
                        .costReports(account)
                        .ifPresent(reports -> costs.readDays(
                                account, reports, access, new CostReader.Span(plan.backfillDays(), settling()), keep));
            case USAGE ->
                providers
                        .usageReports(account)
                        .ifPresent(reports -> usage.readDays(
                                account,
                                reports,
                                access,
                                new UsageReader.Span(plan.backfillDays(), settling(), plan.bucket()),
                                keep));
            case QUOTA -> providers.quotas(account).ifPresent(told -> quotas.read(account, told, access, keep));
            // Azure's list of keys is its secrets.
            case KEYS ->
                providers
                        .keyAdmin(account)
                        .ifPresent(
                                admin -> PollMeter.withoutKeeping(() -> standings.read(account, admin, access, keep)));
        }
    }

    private Settling settling() {
        return new Settling(config.settledAfter(), config.correctionDays(), config.correctionInterval());
    }
}
