package io.leasehold.key.revocation;

import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.step.StepAttempt;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Tries one step of a revocation and says what came of it. Keeps nothing. */
@ApplicationScoped
class StepActions {
    private static final Duration OTHER_SECRET_CHECK = Duration.ofSeconds(5);

    private final Database database;
    private final ProviderDirectory providers;
    private final ProviderSide provider;
    private final SecretStore secrets;
    private final DrainStep drain;
    private final Clock clock;

    StepActions(
            Database database,
            ProviderDirectory providers,
            ProviderSide provider,
            SecretStore secrets,
            DrainStep drain,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.provider = provider;
        this.secrets = secrets;
        this.drain = drain;
        this.clock = clock;
    }

    StepOutcome perform(KeyRevocation at) {
        return StepAttempt.of(at.keyId(), at.step(), () -> {
            Subject subject = database.inWorkspace(
                    at.workspaceId(), handle -> Subject.of(handle, providers, at.workspaceId(), at.keyId()));
            return switch (at.step()) {
                case EXISTS -> exists(subject);
                case STATUS -> provider.status(subject);
                case DRAIN -> drain.of(at, subject);
                case NOTIFY -> notified(at);
                case REVOKE -> provider.revoke(at.learned(), subject);
                case CONFIRM -> provider.confirm(at.learned(), subject);
                case DESTROY -> destroy(subject);
            };
        });
    }

    private static StepOutcome exists(Subject subject) {
        String id = subject.key().providerKeyId();
        return new StepOutcome.Done(
                id == null
                        ? "Found; not bound to an id at %s."
                                .formatted(subject.provider().displayName())
                        : "Found; at %s it is '%s'."
                                .formatted(subject.provider().displayName(), id));
    }

    /** The event leaves with the record of this step, in one transaction. */
    private static StepOutcome notified(KeyRevocation at) {
        return new StepOutcome.Done(
                "Gateways refuse it; usable leases that named it: %d.".formatted(at.leasesAffected()));
    }

    /** A secret beside the key's own is what proves the death of one; its rotation sees to both. */
    private StepOutcome destroy(Subject subject) {
        boolean hasOther = database.inWorkspace(
                subject.key().workspaceId(),
                handle -> KeySecretStore.find(
                                handle,
                                subject.key().workspaceId(),
                                subject.key().keyId())
                        .isPresent());
        if (hasOther) {
            return new StepOutcome.NotYet(
                    "The key's rotation ends its other secret first.",
                    clock.instant().plus(OTHER_SECRET_CHECK));
        }
        secrets.destroy(subject.key().secretPath());
        return new StepOutcome.Done("All versions are destroyed.");
    }
}
