package io.leasehold.key.secret;

import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The only way to a stored secret: no reading without its entry in the audit log. */
@ApplicationScoped
public class SecretReader {
    private static final String ACTION = "secret.read";

    private final SecretStore secrets;
    private final Database database;
    private final Audit audit;

    SecretReader(SecretStore secrets, Database database, Audit audit) {
        this.secrets = secrets;
        this.database = database;
        this.audit = audit;
    }

    /** @param purpose what it is read for, such as {@code verify} */
    public Secret readFor(Caller caller, SecretPath path, int version, String purpose) {
        Secret secret = secrets.read(path, version);
        database.useWorkspace(
                path.workspaceId(),
                handle -> audit.record(
                        handle,
                        caller,
                        path.workspaceId(),
                        ACTION,
                        path.owner().noun(),
                        path.id(),
                        details(version, purpose)));
        return secret;
    }

    /** For what the service does by itself, such as a revocation that goes on. */
    public Secret readForOwnUse(SecretPath path, int version, String purpose) {
        Secret secret = secrets.read(path, version);
        database.useWorkspace(
                path.workspaceId(),
                handle -> audit.recordOwn(
                        handle, path.workspaceId(), ACTION, path.owner().noun(), path.id(), details(version, purpose)));
        return secret;
    }

    private static Map<String, String> details(int version, String purpose) {
        return Map.of("secret_version", Integer.toString(version), "purpose", purpose);
    }
}
