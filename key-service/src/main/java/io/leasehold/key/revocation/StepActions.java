package io.leasehold.key.revocation;

import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.SecretStore;
import io.leasehold.key.secret.SecretStoreProblem;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.http.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tries one step of a revocation and says what came of it. Keeps nothing. */
@ApplicationScoped
class StepActions {
    private static final Logger LOG = Logger.getLogger(StepActions.class);

    private final Database database;
    private final ProviderDirectory providers;
    private final ProviderSide provider;
    private final SecretStore secrets;

    StepActions(Database database, ProviderDirectory providers, ProviderSide provider, SecretStore secrets) {
        this.database = database;
        this.providers = providers;
        this.provider = provider;
        this.secrets = secrets;
    }

    StepOutcome perform(KeyRevocation at) {
        try {
            Subject subject = database.inWorkspace(
                    at.workspaceId(), handle -> Subject.of(handle, providers, at.workspaceId(), at.keyId()));
            return switch (at.step()) {
                case EXISTS -> exists(subject);
                case STATUS -> provider.status(subject);
                case NOTIFY -> notified(at);
                case REVOKE -> provider.revoke(at, subject);
                case CONFIRM -> provider.confirm(at, subject);
                case DESTROY -> destroy(subject);
            };
        } catch (SecretStoreProblem problem) {
            return problem.reason() == SecretStoreProblem.Reason.UNAVAILABLE
                    ? new StepOutcome.Retry(problem.detail())
                    : new StepOutcome.Refused(problem.detail());
        } catch (ProviderException failure) {
            return failure.retryable()
                    ? new StepOutcome.Retry(failure.explanation(), failure.waitFor())
                    : new StepOutcome.Refused(failure.explanation());
        } catch (RuntimeException unexpected) {
            LOG.warnf(
                    unexpected,
                    "revocation step failed unexpectedly key_id=%s step=%s",
                    at.keyId(),
                    at.step().wireName());
            return new StepOutcome.Retry("It failed on our side for a reason that is in the log.");
        }
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

    private StepOutcome destroy(Subject subject) {
        secrets.destroy(subject.key().secretPath());
        return new StepOutcome.Done("All versions are destroyed.");
    }
}
