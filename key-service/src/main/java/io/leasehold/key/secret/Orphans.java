package io.leasehold.key.secret;

import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/** Destroys secrets that were given up, and then forgets that they were. A crash in between repeats the first. */
@ApplicationScoped
class Orphans {
    private static final Logger LOG = Logger.getLogger(Orphans.class);

    private final SecretStore secrets;
    private final Database database;
    private final Audit audit;

    Orphans(SecretStore secrets, Database database, Audit audit) {
        this.secrets = secrets;
        this.database = database;
        this.audit = audit;
    }

    /** @return false where the secret store is away; it stays given up, and the next sweep tries again */
    boolean destroy(SecretPath path) {
        try {
            secrets.destroy(path);
        } catch (SecretStoreProblem problem) {
            LOG.warnf("secret without row can't be destroyed yet path=%s reason=%s", path.text(), problem.detail());
            return false;
        }
        database.useWorkspace(path.workspaceId(), handle -> {
            if (PendingSecretStore.forgetAbandoned(handle, path)) {
                audit.recordOwn(
                        handle,
                        path.workspaceId(),
                        "secret.discard",
                        path.owner().noun(),
                        path.id(),
                        Map.of("why", "it was never added"));
            }
        });
        LOG.infof("secret without row destroyed path=%s", path.text());
        return true;
    }
}
