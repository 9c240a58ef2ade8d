package io.leasehold.collector.poll;

import io.leasehold.collector.account.Account;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What plan goes for an account: its own, else its provider's, else the configuration's. */
@Singleton
class Plans {
    private final PollPlan usual;

    Plans(PollConfig config) {
        this.usual = new PollPlan(
                config.pollInterval(), EnumSet.allOf(PollPart.class), config.backfillDays(), config.usageBucket());
    }

    PollPlan of(Handle handle, Account account) {
        return all(handle, account.workspaceId()).of(account);
    }

    /** Those of a workspace, read at once. */
    InForce all(Handle handle, UUID workspaceId) {
        return new InForce(usual, PlanStore.list(handle, workspaceId));
    }

    record InForce(PollPlan usual, Map<PlanStore.Owner, PlanChoice> choices) {
        PollPlan of(Account account) {
            return ofProvider(account.provider()).with(choice(account.provider(), account.accountId()));
        }

        PollPlan ofProvider(String provider) {
            return usual.with(choice(provider, null));
        }

        PlanChoice choice(String provider, @Nullable UUID accountId) {
            return choices.getOrDefault(new PlanStore.Owner(provider, accountId), PlanChoice.NONE);
        }
    }
}
