package io.leasehold.key.revocation;

import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.SecretReader;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Secret;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.Revocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The steps that are done at the provider to end a secret: a key's own, or one that another takes the place of. */
@ApplicationScoped
public class ProviderSide {
    private static final String PURPOSE = "revoke";

    private final ProviderDirectory providers;
    private final AccountAccess accounts;
    private final SecretReader secrets;

    ProviderSide(ProviderDirectory providers, AccountAccess accounts, SecretReader secrets) {
        this.providers = providers;
        this.accounts = accounts;
        this.secrets = secrets;
    }

    StepOutcome status(Subject subject) {
        Optional<KeyCheck> check = check(subject);
        if (check.isEmpty()) {
            return new StepOutcome.Done("The secret is not in the store any more; the provider's list must do.");
        }
        return switch (check.get()) {
            case KeyCheck.Invalid invalid -> new StepOutcome.Done("Refused already: " + invalid.message());
            case KeyCheck.RateLimited limited -> StepOutcome.Retry.rateLimited(limited.message(), limited.waitFor());
            case KeyCheck.Unreachable unreachable -> StepOutcome.Retry.unreachable(unreachable.message());
            case KeyCheck.Valid valid -> StepOutcome.Done.accepted(valid.message());
            case KeyCheck.NoCredit noCredit -> StepOutcome.Done.accepted(noCredit.message());
            // A 403 may come from something on the way that never looked at the secret; so it proves nothing.
            case KeyCheck.Forbidden forbidden -> new StepOutcome.Done(forbidden.message());
        };
    }

    public StepOutcome revoke(Learned known, Subject subject) {
        String id = subject.revocableId();
        Optional<Access> admin = id == null ? Optional.empty() : accounts.adminForOwnUse(subject.account(), PURPOSE);
        if (id == null || admin.isEmpty()) {
            return awaitManual(known, subject);
        }
        String name = name(subject);
        return switch (keyAdmin(subject).revoke(admin.get(), id)) {
            case Revocation.Revoked _ ->
                StepOutcome.Done.ended(id, RevocationOutcome.REVOKED, "%s ended '%s'.".formatted(name, id));
            case Revocation.AlreadyRevoked _ ->
                StepOutcome.Done.ended(
                        id, RevocationOutcome.ALREADY_REVOKED, "'%s' had been ended at %s before.".formatted(id, name));
            case Revocation.NotFound _ ->
                StepOutcome.Done.ended(
                        id, RevocationOutcome.NOT_FOUND, "%s has no key '%s' any more.".formatted(name, id));
            case Revocation.RateLimited limited -> StepOutcome.Retry.rateLimited(limited.message(), limited.waitFor());
            case Revocation.Unreachable unreachable -> StepOutcome.Retry.unreachable(unreachable.message());
            case Revocation.Refused refused -> new StepOutcome.Refused(refused.message());
        };
    }

    public StepOutcome confirm(Learned known, Subject subject) {
        String id = subject.revocableId();
        if (id != null && !id.equals(known.endedId())) {
            return new StepOutcome.Again("It is bound to '%s' now, which is to be ended too.".formatted(id));
        }
        Optional<KeyCheck> check = check(subject);
        if (check.isEmpty()) {
            return isEndedInList(subject) ? endedInList(subject) : secretMissing(subject);
        }
        return switch (check.get()) {
            case KeyCheck.Invalid _ -> confirmByRefusal(known, subject);
            case KeyCheck.RateLimited limited -> StepOutcome.Retry.rateLimited(limited.message(), limited.waitFor());
            case KeyCheck.Unreachable unreachable -> StepOutcome.Retry.unreachable(unreachable.message());
            case KeyCheck.Valid _, KeyCheck.NoCredit _ ->
                new StepOutcome.Retry(RevocationOutcome.PARTIAL, "%s still accepts it.".formatted(name(subject)));
            case KeyCheck.Forbidden forbidden -> new StepOutcome.Retry(RevocationOutcome.PARTIAL, forbidden.message());
        };
    }

    /** A refusal proves a death only where the secret had once been accepted. */
    private StepOutcome confirmByRefusal(Learned known, Subject subject) {
        return wasAccepted(known, subject)
                ? new StepOutcome.Done("%s refuses it now.".formatted(name(subject)))
                : confirmByList(subject);
    }

    private StepOutcome confirmByList(Subject subject) {
        return isEndedInList(subject)
                ? endedInList(subject)
                : new StepOutcome.Refused(
                        "%s was never seen to accept this secret, and the key it is bound to is alive there. Bind it to the right id."
                                .formatted(name(subject)));
    }

    private static StepOutcome endedInList(Subject subject) {
        return new StepOutcome.Done("%s lists it as ended.".formatted(name(subject)));
    }

    private static StepOutcome secretMissing(Subject subject) {
        return new StepOutcome.Refused(
                RevocationOutcome.SECRET_MISSING,
                "The secret is not in the store any more, so that %s can't be asked whether it still accepts it. See there, and then give this up with a reason."
                        .formatted(name(subject)));
    }

    /** Somebody may have ended it by hand: then the provider refuses what it had accepted. */
    private StepOutcome awaitManual(Learned known, Subject subject) {
        Optional<KeyCheck> check = check(subject);
        if (check.isEmpty()) {
            return secretMissing(subject);
        }
        return check.get() instanceof KeyCheck.Invalid && wasAccepted(known, subject)
                ? StepOutcome.Done.endedByHand()
                : new StepOutcome.Manual(subject.manualInstructions());
    }

    private static boolean wasAccepted(Learned known, Subject subject) {
        return known.seenValid() || subject.key().verifiedAt() != null;
    }

    private boolean isEndedInList(Subject subject) {
        String id = subject.key().providerKeyId();
        if (id == null || !subject.provider().can(Capability.KEY_STATUS)) {
            return false;
        }
        return accounts.adminForOwnUse(subject.account(), PURPOSE)
                .map(admin -> keyAdmin(subject).find(admin, id))
                .filter(found -> found.isEmpty() || !found.get().state().isLive())
                .isPresent();
    }

    /** What the provider says of the secret now; empty where the store has it no more. */
    private Optional<KeyCheck> check(Subject subject) {
        Integer version = subject.key().secretVersion();
        if (version == null) {
            return Optional.empty();
        }
        try (Secret secret = secrets.readForOwnUse(subject.key().secretPath(), version, PURPOSE)) {
            return Optional.of(keyAdmin(subject).check(accounts.with(subject.account(), secret)));
        } catch (SecretStoreProblem problem) {
            if (problem.reason() == SecretStoreProblem.Reason.MISSING) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static String name(Subject subject) {
        return subject.provider().displayName();
    }

    private KeyAdmin keyAdmin(Subject subject) {
        return providers.keyAdmin(subject.key().provider());
    }
}
