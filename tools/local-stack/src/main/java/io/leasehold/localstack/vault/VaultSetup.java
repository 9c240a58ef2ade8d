package io.leasehold.localstack.vault;

import io.leasehold.localstack.VaultAddress.AppRole;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the secrets engine, the audit device, the policies and an AppRole per service; repeating it changes nothing. */
final class VaultSetup {
    private static final String MOUNT = "leasehold";

    private final VaultApi api;
    private final Path policies;
    private final Secrets secrets;

    VaultSetup(VaultApi api, Path policies, Secrets secrets) {
        this.api = api;
        this.policies = policies;
        this.secrets = secrets;
    }

    /**
     * @param auditLog file for the audit device; null where the Vault is not ours
     * @return what each service signs in with
     */
    Map<String, AppRole> run(@Nullable Path auditLog) throws IOException, InterruptedException {
        if (auditLog != null) {
            enableAudit(auditLog);
        }
        if (!api.get("sys/mounts").path("data").has(MOUNT + "/")) {
            api.put("sys/mounts/" + MOUNT, Map.of("type", "kv", "options", Map.of("version", "2")));
        }
        if (!api.get("sys/auth").path("data").has("approle/")) {
            api.put("sys/auth/approle", Map.of("type", "approle"));
        }
        var roles = new TreeMap<String, AppRole>();
        for (Service service : Service.withVault()) {
            roles.put(service.id(), role(service));
        }
        return roles;
    }

    private void enableAudit(Path auditLog) throws IOException, InterruptedException {
        if (!api.get("sys/audit").path("data").has("file/")) {
            api.put("sys/audit/file", Map.of("type", "file", "options", Map.of("file_path", auditLog.toString())));
        }
    }

    private AppRole role(Service service) throws IOException, InterruptedException {
        String name = "leasehold-" + service.id();
        String policy = Files.readString(policies.resolve(service.id() + ".hcl"));
        api.put("sys/policies/acl/" + name, Map.of("policy", policy));
        String role = "auth/approle/role/" + name;
        api.put(role, Map.of("token_policies", name, "token_ttl", "1h", "token_max_ttl", "24h"));
        String secretId = secrets.get("vault.secret-id." + service.id());
        if (!api.exists(role + "/secret-id/lookup", Map.of("secret_id", secretId))) {
            api.put(role + "/custom-secret-id", Map.of("secret_id", secretId));
        }
        String roleId = api.get(role + "/role-id").path("data").path("role_id").asText();
        return new AppRole(roleId, secretId);
    }
}
