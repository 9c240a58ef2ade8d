package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys and workspaces as Mistral's admin API tells them, and the order of a key. */
final class MistralKeys {
    private MistralKeys() {}

    static ProviderKey key(JsonNode key, Instant now) {
        String id = MistralApi.id(key, "key_id", "a key");
        Instant expiresAt = JsonFields.instant(key, "expiration_date");
        return new ProviderKey(
                id,
                Optional.ofNullable(JsonFields.text(key, "name")).orElse(id),
                JsonFields.text(key, "hidden_key"),
                state(expiresAt, now),
                JsonFields.instant(key, "created_at"),
                expiresAt,
                JsonFields.text(key, "workspace_id"));
    }

    static KeyGroup group(JsonNode workspace, boolean active) {
        String id = MistralApi.id(workspace, "uuid", "a workspace");
        return new KeyGroup(
                id, Optional.ofNullable(JsonFields.text(workspace, "name")).orElse(id), active);
    }

    static ObjectNode order(KeyOrder order, String workspace, String user) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", order.name());
        if (order.expiresAt() != null) {
            body.put(
                    "expiration",
                    order.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return body.put("workspace_uuid", workspace).put("user_id", user);
    }

    /** There is no switch: a key that is listed works until it ends. */
    private static ProviderKeyState state(@Nullable Instant expiresAt, Instant now) {
        return expiresAt == null || now.isBefore(expiresAt) ? ProviderKeyState.ACTIVE : ProviderKeyState.EXPIRED;
    }
}
