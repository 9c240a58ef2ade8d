package io.leasehold.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.Await;
import java.util.Map;

/**
 * A workspace's first account and key at a provider.
 *
 * @param keyId ours
 * @param providerKeyId the provider's
 * @param secret the key's own
 * @param adminSecret what the account is administered with
 */
public record Pool(String accountId, String keyId, String providerKeyId, String secret, String adminSecret) {
    public static Pool anthropic(TestedSystem system, WorkspaceClient admin) {
        return of("anthropic", system, admin);
    }

    static Pool of(String provider, TestedSystem system, WorkspaceClient admin) {
        JsonNode adminKey = system.providerKey(provider, "admin");
        JsonNode inference = system.providerKey(provider, "inference");
        String account =
                admin.addAccount(provider, provider, adminKey.get("secret").asText());
        JsonNode key = admin.addKey(account, "first", inference.get("secret").asText());
        if (key.get("provider_key_id").isNull()) {
            admin.bindKey(key.get("id").asText(), inference.get("id").asText());
        }
        return new Pool(
                account,
                key.get("id").asText(),
                inference.get("id").asText(),
                inference.get("secret").asText(),
                adminKey.get("secret").asText());
    }

    /** Asks until the key has reached the pool: it gets there by an event. */
    public static JsonNode lease(TestedSystem system, WorkspaceClient node, Map<String, Object> ask) {
        JsonNode[] lease = new JsonNode[1];
        Await.untilAsserted(() -> lease[0] = node.lease(ask));
        system.remember(lease[0].get("token").asText());
        return lease[0];
    }
}
