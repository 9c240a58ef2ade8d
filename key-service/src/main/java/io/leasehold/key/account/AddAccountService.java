package io.leasehold.key.account;

import io.leasehold.contracts.event.EventType;
import io.leasehold.key.provider.EndpointRule;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.GivenSecret;
import io.leasehold.key.secret.SecretDeposit;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Adds a provider account, after its admin credential was seen to work. */
@ApplicationScoped
class AddAccountService {
    private final Database database;
    private final ProviderDirectory providers;
    private final EndpointRule endpoints;
    private final CredentialProof proof;
    private final SecretDeposit deposit;
    private final Outbox outbox;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Clock clock;

    AddAccountService(
            Database database,
            ProviderDirectory providers,
            EndpointRule endpoints,
            CredentialProof proof,
            SecretDeposit deposit,
            Outbox outbox,
            Audit audit,
            Idempotency idempotency,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.endpoints = endpoints;
        this.proof = proof;
        this.deposit = deposit;
        this.outbox = outbox;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    AccountAnswer add(Caller caller, AddAccountRequest request) {
        Provider provider = providers.named(request.provider());
        URI endpoint = endpoints.choose(request.endpoint(), providers.configuredEndpoint(provider.id()));
        requireFreeName(caller.workspaceId(), request.name());
        Account account = fresh(caller.workspaceId(), request, endpoint);
        String given = request.adminCredential();
        return given == null
                ? database.inWorkspace(caller.workspaceId(), handle -> insert(handle, caller, account))
                : addWithCredential(caller, account, provider, given);
    }

    private AccountAnswer addWithCredential(Caller caller, Account account, Provider provider, String given) {
        try (Secret credential = GivenSecret.of("admin_credential", given)) {
            proof.requireAccepted(provider, account.endpoint(), credential);
            String masked = provider.secretFormat().mask(given);
            return deposit.put(
                    SecretPath.ofAccount(account.workspaceId(), account.accountId()),
                    credential,
                    (handle, version) -> insert(
                            handle,
                            caller,
                            account.withCredential(version, masked, CredentialProof.capabilities(provider))));
        }
    }

    private void requireFreeName(UUID workspaceId, String name) {
        if (database.inWorkspace(workspaceId, handle -> AccountStore.nameIsTaken(handle, workspaceId, name))) {
            throw AccountChanges.nameTaken(name);
        }
    }

    private AccountAnswer insert(Handle handle, Caller caller, Account account) {
        if (!AccountStore.add(handle, account)) {
            throw AccountChanges.nameTaken(account.name());
        }
        Account added = AccountStore.get(handle, account.workspaceId(), account.accountId());
        outbox.append(handle, EventType.ACCOUNT_CHANGED, added.view());
        audit.record(
                handle,
                caller,
                added.workspaceId(),
                "account.add",
                "account",
                added.accountId(),
                Map.of("provider", added.provider(), "name", added.name()));
        AccountAnswer answer = AccountAnswer.of(added);
        idempotency.keep(handle, Response.Status.CREATED, answer.location(), answer);
        return answer;
    }

    private Account fresh(UUID workspaceId, AddAccountRequest request, @Nullable URI endpoint) {
        Instant now = clock.instant();
        return new Account(
                workspaceId,
                Ids.next(),
                request.provider(),
                request.name(),
                endpoint,
                Account.ACTIVE,
                List.of(),
                null,
                null,
                1,
                now,
                now);
    }
}
