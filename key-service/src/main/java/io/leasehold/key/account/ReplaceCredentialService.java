package io.leasehold.key.account;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.GivenSecret;
import io.leasehold.key.secret.SecretVersions;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Gives an account another admin credential, or its first, after it was seen to work. */
@ApplicationScoped
class ReplaceCredentialService {
    /** Calls that began with the old one are over by then, and every service has the new version. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final Database database;
    private final ProviderDirectory providers;
    private final CredentialProof proof;
    private final SecretVersions versions;
    private final AccountChanges changes;
    private final Audit audit;
    private final Clock clock;

    ReplaceCredentialService(
            Database database,
            ProviderDirectory providers,
            CredentialProof proof,
            SecretVersions versions,
            AccountChanges changes,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.proof = proof;
        this.versions = versions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** At the provider the old one stays as it is. */
    Account replace(Caller caller, UUID accountId, ReplaceCredentialRequest request) {
        Account account = database.inWorkspace(
                caller.workspaceId(), handle -> requireKept(AccountStore.get(handle, caller.workspaceId(), accountId)));
        Provider provider = providers.get(account.provider());
        try (Secret credential = GivenSecret.of("admin_credential", request.adminCredential())) {
            proof.requireAccepted(provider, account.endpoint(), credential);
            String masked = provider.secretFormat().mask(request.adminCredential());
            int version = versions.put(SecretPath.ofAccount(account.workspaceId(), accountId), credential);
            return database.inWorkspace(
                    caller.workspaceId(), handle -> keep(handle, caller, accountId, provider, version, masked));
        }
    }

    private Account keep(Handle handle, Caller caller, UUID accountId, Provider provider, int version, String masked) {
        Account account = requireKept(AccountStore.lock(handle, caller.workspaceId(), accountId));
        SecretPath path = SecretPath.ofAccount(account.workspaceId(), accountId);
        versions.named(handle, path, version);
        Integer old = account.credentialVersion();
        if (old != null) {
            versions.destroyAt(handle, path, old, clock.instant().plus(OVERLAP));
        }
        Account changed =
                changes.change(handle, account.withCredential(version, masked, CredentialProof.capabilities(provider)));
        audit.record(
                handle,
                caller,
                account.workspaceId(),
                "account.replace_credential",
                "account",
                accountId,
                Map.of("masked", masked));
        return changed;
    }

    private static Account requireKept(Account account) {
        if (account.state().equals(Account.DELETED)) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE, "The account '" + account.name() + "' is deleted. Add another one.");
        }
        return account;
    }
}
