package io.leasehold.key.secret;

import io.leasehold.key.secret.SecretDisposalStore.Disposal;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/** Destroys versions of secrets whose time has come. A crash in between repeats it. */
@ApplicationScoped
class SecretDisposal {
    private static final Logger LOG = Logger.getLogger(SecretDisposal.class);
    private static final int AT_ONCE = 100;

    private final SecretStore secrets;
    private final Database database;
    private final Audit audit;
    private final Clock clock;

    SecretDisposal(SecretStore secrets, Database database, Audit audit, Clock clock) {
        this.secrets = secrets;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        database.useSystem(handle -> SecretDisposalStore.beginDue(handle, now));
        for (Disposal disposal : database.asSystem(handle -> SecretDisposalStore.listBegun(handle, AT_ONCE))) {
            if (!destroy(disposal)) {
                return;
            }
        }
    }

    /** @return false where the secret store is away; the next sweep tries again */
    private boolean destroy(Disposal disposal) {
        SecretPath path = disposal.path();
        try {
            secrets.destroy(path, disposal.version());
        } catch (SecretStoreProblem problem) {
            LOG.warnf(
                    "version of a secret can't be destroyed yet path=%s version=%d reason=%s",
                    path.text(), disposal.version(), problem.detail());
            return false;
        }
        database.useWorkspace(path.workspaceId(), handle -> {
            if (SecretDisposalStore.forget(handle, disposal)) {
                audit.recordOwn(
                        handle,
                        path.workspaceId(),
                        "secret.destroy",
                        path.owner().noun(),
                        path.id(),
                        Map.of("secret_version", Integer.toString(disposal.version())));
            }
        });
        LOG.infof("version of a secret destroyed path=%s version=%d", path.text(), disposal.version());
        return true;
    }
}
