package io.leasehold.key.account;

import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Destroys the admin credentials of deleted accounts. A deleted account names its credential until that is destroyed, so
 * that a crash, or a secret store that is away, leaves it to the sweep.
 */
@ApplicationScoped
class CredentialDisposal {
    private static final Logger LOG = Logger.getLogger(CredentialDisposal.class);
    private static final int AT_ONCE = 100;

    private final SecretStore secrets;
    private final Database database;
    private final AccountChanges changes;
    private final Audit audit;

    CredentialDisposal(SecretStore secrets, Database database, AccountChanges changes, Audit audit) {
        this.secrets = secrets;
        this.database = database;
        this.changes = changes;
        this.audit = audit;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        database.asSystem(handle -> AccountStore.listDeletedWithCredential(handle, AT_ONCE))
                .forEach(this::tryNow);
    }

    void tryNow(Account deleted) {
        if (deleted.credentialVersion() == null) {
            return;
        }
        try {
            secrets.destroy(SecretPath.ofAccount(deleted.workspaceId(), deleted.accountId()));
        } catch (SecretStoreProblem problem) {
            LOG.warnf(
                    "credential of a deleted account can't be destroyed yet account_id=%s reason=%s",
                    deleted.accountId(), problem.detail());
            return;
        }
        database.useWorkspace(deleted.workspaceId(), handle -> forget(handle, deleted));
    }

    private void forget(Handle handle, Account deleted) {
        Account account = AccountStore.lock(handle, deleted.workspaceId(), deleted.accountId());
        if (account.credentialVersion() != null) {
            changes.change(handle, account.withoutCredential());
            audit.recordOwn(handle, account.workspaceId(), "secret.destroy", "account", account.accountId(), Map.of());
        }
    }
}
