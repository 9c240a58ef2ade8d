package io.leasehold.key.account;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.ProblemType;
import io.leasehold.key.provider.EndpointRule;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Renames accounts, and takes them out of use: for a while, or for good. */
@ApplicationScoped
class ChangeAccountService {
    /** Keys that could still be used, or still have to be ended, through the account. */
    private static final List<KeyState> LIVE = Arrays.stream(KeyState.values())
            .filter(state -> !EnumSet.of(KeyState.REVOKED, KeyState.RETIRED).contains(state))
            .toList();
    /** Those whose secrets are kept. */
    private static final List<KeyState> WITH_SECRET = Arrays.stream(KeyState.values())
            .filter(state -> state != KeyState.REVOKED)
            .toList();

    private static final int NAMED = 5;

    private final Database database;
    private final ProviderDirectory providers;
    private final EndpointRule endpoints;
    private final AccountChanges changes;
    private final CredentialDisposal disposal;
    private final Audit audit;

    ChangeAccountService(
            Database database,
            ProviderDirectory providers,
            EndpointRule endpoints,
            AccountChanges changes,
            CredentialDisposal disposal,
            Audit audit) {
        this.database = database;
        this.providers = providers;
        this.endpoints = endpoints;
        this.changes = changes;
        this.disposal = disposal;
        this.audit = audit;
    }

    /** @throws ConflictProblem when the name is taken, or the account's version or secrets don't allow it */
    Account update(Caller caller, UUID accountId, UpdateAccountRequest request) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Account account = AccountStore.lock(handle, caller.workspaceId(), accountId);
            requireKept(account);
            requireVersion(account, request.version());
            URI wanted = request.endpoint();
            URI endpoint = wanted == null ? account.endpoint() : endpoint(account, wanted);
            if (!Objects.equals(endpoint, account.endpoint())) {
                requireNoSecrets(handle, account);
            }
            String name = request.name() == null ? account.name() : request.name();
            Account changed = account.named(name, endpoint);
            return changed.equals(account) ? account : keep(handle, caller, changed, "account.update");
        });
    }

    /** Its keys are not leased and it is not polled, until it is enabled again. */
    Account setInUse(Caller caller, UUID accountId, boolean inUse) {
        String state = inUse ? Account.ACTIVE : Account.DISABLED;
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Account account = AccountStore.lock(handle, caller.workspaceId(), accountId);
            requireKept(account);
            return account.state().equals(state)
                    ? account
                    : keep(handle, caller, account.inState(state), inUse ? "account.enable" : "account.disable");
        });
    }

    /**
     * Its row stays for the history of its keys; the admin credential is destroyed. One that is deleted already stays so.
     *
     * @throws ConflictProblem naming keys that are neither revoked nor retired
     */
    void delete(Caller caller, UUID accountId) {
        Account deleted = database.inWorkspace(caller.workspaceId(), handle -> {
            Account account = AccountStore.lock(handle, caller.workspaceId(), accountId);
            if (account.state().equals(Account.DELETED)) {
                return account;
            }
            requireNoLiveKeys(handle, account);
            requireNoUnfinishedKey(handle, account);
            return keep(handle, caller, account.inState(Account.DELETED), "account.delete");
        });
        disposal.tryNow(deleted);
    }

    private Account keep(Handle handle, Caller caller, Account changed, String action) {
        Account kept = changes.change(handle, changed);
        audit.record(
                handle,
                caller,
                kept.workspaceId(),
                action,
                "account",
                kept.accountId(),
                Map.of("name", kept.name(), "state", kept.state()));
        return kept;
    }

    private @Nullable URI endpoint(Account account, URI wanted) {
        return endpoints.choose(wanted, providers.configuredEndpoint(account.provider()));
    }

    private static void requireKept(Account account) {
        if (account.state().equals(Account.DELETED)) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE, "The account '" + account.name() + "' is deleted. Add another one.");
        }
    }

    private static void requireVersion(Account account, @Nullable Long read) {
        if (read != null && read != account.version()) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "The account '%s' was changed meanwhile. Read it again, and change it with its version %d."
                            .formatted(account.name(), account.version()));
        }
    }

    /** Whoever may rename an account may not see its secrets; so they must not be sent where that person likes. */
    private static void requireNoSecrets(Handle handle, Account account) {
        if (account.credentialVersion() != null
                || !AccountStore.namesOfKeys(handle, account, WITH_SECRET, 1).isEmpty()) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "The account '%s' has secrets that were given for its present endpoint. Add another account for the other one."
                            .formatted(account.name()));
        }
    }

    private static void requireNoLiveKeys(Handle handle, Account account) {
        List<String> live = AccountStore.namesOfKeys(handle, account, LIVE, NAMED + 1);
        if (!live.isEmpty()) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "The account '%s' has keys that are neither revoked nor retired: %s%s. Revoke or retire them first."
                            .formatted(
                                    account.name(),
                                    String.join(", ", live.subList(0, Math.min(NAMED, live.size()))),
                                    live.size() > NAMED ? " and more" : ""));
        }
    }

    /** Without the credential, what a crash left at the provider could not be ended any more. */
    private static void requireNoUnfinishedKey(Handle handle, Account account) {
        if (AccountStore.hasUnfinishedKey(handle, account)) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "A key is being made, rotated or cleared away in the account '%s'. Try again once that is over."
                            .formatted(account.name()));
        }
    }
}
