package io.leasehold.key.enforcement;

import io.leasehold.key.step.StepAttempt;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Sets a limit at a provider. Can be repeated. */
@ApplicationScoped
class ProviderLimitActions {
    private static final String PURPOSE = "set limit";

    private final Database database;
    private final ProviderKeyAccess provider;

    ProviderLimitActions(Database database, ProviderKeyAccess provider) {
        this.database = database;
        this.provider = provider;
    }

    StepOutcome perform(LimitTask task) {
        return StepAttempt.of(
                task.key().keyId(),
                task.step(),
                () -> provider.hindrance(task.key(), Capability.KEY_LIMIT)
                        .orElseGet(() ->
                                provider.act(task.key(), PURPOSE, (keys, admin, id) -> set(task, keys, admin, id))));
    }

    /** A limit that somebody gave the key there is theirs: it may be tighter than ours. */
    private StepOutcome set(LimitTask task, KeyAdmin keys, Access admin, String id) {
        if (!id.equals(task.before().setOn())) {
            KeyLimit there = keys.spend(admin, id)
                    .map(spend -> new KeyLimit(spend.limit(), spend.limitReset()))
                    .orElse(KeyLimit.NONE);
            BigDecimal amount = there.amount();
            if (amount != null && !task.mayBeOurs(there)) {
                return new StepOutcome.Refused(
                        "The key has a limit of its own there, of %s USD, which stays. Take it away to have the limits of this key set there."
                                .formatted(amount.toPlainString()));
            }
        }
        KeyLimit wanted = task.wanted().limit();
        if (!database.inWorkspace(
                task.key().workspaceId(), handle -> ProviderLimitStore.note(handle, task.before(), wanted))) {
            return ProviderKeyAccess.TAKEN_OVER;
        }
        keys.setLimit(admin, id, wanted);
        return new StepOutcome.Done("Set there.");
    }
}
