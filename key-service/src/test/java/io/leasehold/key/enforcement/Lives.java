package io.leasehold.key.enforcement;

import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.enforcement.DyingAccess.Death;
import io.leasehold.key.enforcement.DyingAccess.Killed;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.step.StepWork;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One process after the other that has providers enforce something, each later than the one before, when no claim and no wait of that one
 * lasts any more. For the running service all of them live in the future, so that its own sweeps leave alone what they hold.
 */
@Singleton
class Lives {
    private static final Duration BETWEEN = Duration.ofHours(3);

    private final Database database;
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final KeyChanges changes;
    private final Audit audit;

    Lives(Database database, ProviderDirectory providers, AccountAccess access, KeyChanges changes, Audit audit) {
        this.database = database;
        this.providers = providers;
        this.access = access;
        this.changes = changes;
        this.audit = audit;
    }

    Series begin(UUID workspaceId, UUID keyId) {
        return new Series(workspaceId, keyId);
    }

    /** Of one key. */
    final class Series {
        private final UUID workspaceId;
        private final UUID keyId;
        private Duration ahead = BETWEEN;

        private Series(UUID workspaceId, UUID keyId) {
            this.workspaceId = workspaceId;
            this.keyId = keyId;
        }

        /** When the next one may take up what is held until then. */
        Instant heldUntil() {
            return Instant.now().plus(ahead).minusSeconds(1);
        }

        void bringLimit(Death death) {
            DyingAccess provider = provider(death);
            live(new ProviderLimitRunner(
                    database,
                    new ProviderLimitActions(database, provider),
                    new ProviderLimitProgress(database, audit, clock()),
                    provider,
                    providers,
                    clock()));
        }

        void bringStop(Death death) {
            live(new DirectStopRunner(
                    database,
                    new DirectStopActions(database, provider(death)),
                    new DirectStopProgress(database, changes, audit, clock()),
                    clock()));
        }

        private void live(StepWork<?> work) {
            try {
                work.run(workspaceId, keyId);
            } catch (Killed _) {
                // What it held is taken up by the next one.
            }
            ahead = ahead.plus(BETWEEN);
        }

        private DyingAccess provider(Death death) {
            return new DyingAccess(database, providers, access, death);
        }

        private Clock clock() {
            return Clock.offset(Clock.systemUTC(), ahead);
        }
    }
}
