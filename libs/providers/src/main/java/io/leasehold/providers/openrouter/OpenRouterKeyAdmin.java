package io.leasehold.providers.openrouter;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.KeySpend;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenRouter's "current key" endpoint for checking, its Keys API for the rest. Deleting ends a key for good. */
final class OpenRouterKeyAdmin implements KeyAdmin {
    private final OpenRouterApi api;
    private final Clock clock;

    OpenRouterKeyAdmin(OpenRouterApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public KeyCheck check(Access key) {
        return KeyCheck.by(() -> {
            JsonNode current = api.get(key, "/key").path("data");
            if (isManagementKey(current)) {
                return new KeyCheck.Forbidden("This is a management key; add a key for inference instead.");
            }
            return isUsedUp(current)
                    ? new KeyCheck.NoCredit("OpenRouter accepts this key, but its limit is used up.")
                    : new KeyCheck.Valid(account(current), "OpenRouter accepts this key.");
        });
    }

    /** Its list is of all models, whoever asks: what an account's own rules leave out of it is not seen. */
    @Override
    public ModelCheck checkModel(Access key, String model) {
        return ModelCheck.by(
                "OpenRouter",
                model,
                () -> api.get(key, "/models")
                        .path("data")
                        .valueStream()
                        .anyMatch(offered -> model.equals(JsonFields.text(offered, "id"))));
    }

    @Override
    public KeyCheck checkAdmin(Access admin) {
        return KeyCheck.by(() -> {
            JsonNode current = api.get(admin, "/key").path("data");
            return isManagementKey(current)
                    ? new KeyCheck.Valid(account(current), "OpenRouter accepts this management key.")
                    : new KeyCheck.Forbidden("This is a key for inference; make a management key at OpenRouter.");
        });
    }

    @Override
    public List<ProviderKey> listKeys(Access admin) {
        return api.keys(admin).stream().map(this::key).toList();
    }

    /** The id is worked out; asking for it shows whether the key is one of this account. */
    @Override
    public KeyIdentity identify(Access admin, Secret key) {
        return find(admin, key.sha256())
                .<KeyIdentity>map(found -> new KeyIdentity.Told(found.id(), found.name()))
                .orElseGet(() -> new KeyIdentity.None("This account has no such key; it may belong to another one."));
    }

    @Override
    public Optional<ProviderKey> find(Access admin, String providerKeyId) {
        return api.find(admin, "/keys/" + encoded(providerKeyId)).map(found -> key(found.path("data")));
    }

    @Override
    public KeyCreation createKey(Access admin, KeyOrder order) {
        return KeyCreation.by(() -> {
            JsonNode answer = api.create(admin, "/keys", OpenRouterKeyJson.order(order));
            String secret = JsonFields.text(answer, "key");
            return secret == null
                    ? new KeyCreation.Unclear("OpenRouter made a key and did not tell its secret.")
                    : new KeyCreation.Created(key(answer.path("data")), Secret.of(secret));
        });
    }

    @Override
    public KeySpend setLimit(Access admin, String providerKeyId, KeyLimit limit) {
        String body = OpenRouterKeyJson.limit(limit).toString();
        return OpenRouterKeyJson.spend(
                api.patch(admin, "/keys/" + encoded(providerKeyId), body).path("data"));
    }

    @Override
    public Optional<KeySpend> spend(Access admin, String providerKeyId) {
        return api.find(admin, "/keys/" + encoded(providerKeyId))
                .map(found -> OpenRouterKeyJson.spend(found.path("data")));
    }

    @Override
    public List<KeyGroup> listGroups(Access admin) {
        return api.workspaces(admin).stream().map(OpenRouterKeyJson::group).toList();
    }

    @Override
    public KeyGroup createGroup(Access admin, String name) {
        return OpenRouterKeyJson.group(api.create(admin, "/workspaces", OpenRouterKeyJson.newWorkspace(name))
                .path("data"));
    }

    @Override
    public ProviderKey disable(Access admin, String providerKeyId) {
        return setDisabled(admin, providerKeyId, true);
    }

    @Override
    public ProviderKey enable(Access admin, String providerKeyId) {
        return setDisabled(admin, providerKeyId, false);
    }

    @Override
    public Revocation revoke(Access admin, String providerKeyId) {
        return Revocation.by(() -> {
            boolean deleted = api.delete(admin, "/keys/" + encoded(providerKeyId))
                    .path("deleted")
                    .asBoolean();
            return deleted
                    ? new Revocation.Revoked()
                    : new Revocation.Unreachable("OpenRouter did not confirm that the key is deleted.");
        });
    }

    private ProviderKey setDisabled(Access admin, String providerKeyId, boolean disabled) {
        String body = "{\"disabled\":" + disabled + "}";
        return key(api.patch(admin, "/keys/" + encoded(providerKeyId), body).path("data"));
    }

    private ProviderKey key(JsonNode key) {
        String hash = JsonFields.text(key, "hash");
        if (hash == null) {
            throw new ProviderException(Failure.UNREADABLE, 200, null, "OpenRouter listed a key without a hash.", null);
        }
        Instant expiresAt = JsonFields.instant(key, "expires_at");
        return new ProviderKey(
                hash,
                Optional.ofNullable(JsonFields.text(key, "name")).orElse(hash),
                JsonFields.text(key, "label"),
                state(key.path("disabled").asBoolean(), expiresAt),
                JsonFields.instant(key, "created_at"),
                expiresAt,
                JsonFields.text(key, "workspace_id"));
    }

    private ProviderKeyState state(boolean disabled, @Nullable Instant expiresAt) {
        if (expiresAt != null && !clock.instant().isBefore(expiresAt)) {
            return ProviderKeyState.EXPIRED;
        }
        return disabled ? ProviderKeyState.DISABLED : ProviderKeyState.ACTIVE;
    }

    private static boolean isManagementKey(JsonNode current) {
        return current.path("is_management_key").asBoolean()
                || current.path("is_provisioning_key").asBoolean();
    }

    private static boolean isUsedUp(JsonNode current) {
        JsonNode remaining = current.path("limit_remaining");
        return remaining.isNumber() && remaining.decimalValue().signum() <= 0;
    }

    private static @Nullable String account(JsonNode current) {
        String organization = JsonFields.text(current, "organization_id");
        return organization != null ? organization : JsonFields.text(current, "creator_user_id");
    }
}
