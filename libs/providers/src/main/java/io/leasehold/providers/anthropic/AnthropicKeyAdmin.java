package io.leasehold.providers.anthropic;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyHints;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Anthropic's Models API for checking, its Admin API (API keys) for the rest. Archiving ends a key for good. */
final class AnthropicKeyAdmin implements KeyAdmin {
    private static final String KEYS = "/v1/organizations/api_keys";
    private static final String WORKSPACES = "/v1/organizations/workspaces";

    private final AnthropicApi api;
    private final SecretFormat secrets;

    AnthropicKeyAdmin(AnthropicApi api, SecretFormat secrets) {
        this.api = api;
        this.secrets = secrets;
    }

    @Override
    public KeyCheck check(Access key) {
        if (secrets.isAdmin(key.credential().reveal())) {
            return new KeyCheck.Forbidden("This is an admin credential; add a key for inference instead.");
        }
        return KeyCheck.by(() -> {
            String organization = api.get(key, "/v1/models?limit=1").header("anthropic-organization-id");
            return new KeyCheck.Valid(organization, "Anthropic accepts this key.");
        });
    }

    @Override
    public ModelCheck checkModel(Access key, String model) {
        return ModelCheck.by(
                "Anthropic",
                model,
                () -> api.find(key, "/v1/models/" + encoded(model)).isPresent());
    }

    @Override
    public KeyCheck checkAdmin(Access admin) {
        if (!secrets.isAdmin(admin.credential().reveal())
                && secrets.matches(admin.credential().reveal())) {
            return new KeyCheck.Forbidden("This is a key for inference; an Admin API key begins with sk-ant-admin.");
        }
        return KeyCheck.by(() -> {
            JsonNode organization = api.get(admin, "/v1/organizations/me").body();
            return new KeyCheck.Valid(JsonFields.text(organization, "id"), "Anthropic accepts this admin key.");
        });
    }

    @Override
    public List<ProviderKey> listKeys(Access admin) {
        return list(admin, KEYS + "?limit=1000").map(AnthropicKeyAdmin::key).toList();
    }

    @Override
    public List<KeyGroup> listGroups(Access admin) {
        return list(admin, WORKSPACES + "?limit=1000&include_archived=true&include_default=true")
                .map(AnthropicKeyAdmin::group)
                .toList();
    }

    @Override
    public KeyGroup createGroup(Access admin, String name) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        return group(api.create(admin, WORKSPACES, body));
    }

    @Override
    public KeyIdentity identify(Access admin, Secret key) {
        return KeyHints.identify(listKeys(admin), key);
    }

    @Override
    public Optional<ProviderKey> find(Access admin, String providerKeyId) {
        return api.find(admin, KEYS + "/" + encoded(providerKeyId)).map(AnthropicKeyAdmin::key);
    }

    @Override
    public ProviderKey disable(Access admin, String providerKeyId) {
        return setStatus(admin, providerKeyId, "inactive");
    }

    @Override
    public ProviderKey enable(Access admin, String providerKeyId) {
        return setStatus(admin, providerKeyId, "active");
    }

    @Override
    public Revocation revoke(Access admin, String providerKeyId) {
        return Revocation.by(() -> find(admin, providerKeyId)
                .map(before -> before.state().isLive() ? archive(admin, before) : new Revocation.AlreadyRevoked())
                .orElseGet(Revocation.NotFound::new));
    }

    private Revocation archive(Access admin, ProviderKey key) {
        ProviderKeyState after = setStatus(admin, key.id(), "archived").state();
        return after == ProviderKeyState.REVOKED
                ? new Revocation.Revoked()
                : new Revocation.Unreachable("Anthropic still says that the key is " + after.wireName() + ".");
    }

    private ProviderKey setStatus(Access admin, String providerKeyId, String status) {
        String body = "{\"status\":\"" + status + "\"}";
        return key(api.post(admin, KEYS + "/" + encoded(providerKeyId), body).body());
    }

    private static ProviderKey key(JsonNode key) {
        String id = required(key, "a key");
        // The scope took over from the plain workspace id; both are seen.
        String scoped = JsonFields.text(key.path("scope"), "workspace_id");
        return new ProviderKey(
                id,
                Optional.ofNullable(JsonFields.text(key, "name")).orElse(id),
                JsonFields.text(key, "partial_key_hint"),
                state(key.path("status").asText()),
                JsonFields.instant(key, "created_at"),
                JsonFields.instant(key, "expires_at"),
                scoped != null ? scoped : JsonFields.text(key, "workspace_id"));
    }

    private Stream<JsonNode> list(Access admin, String path) {
        return api
                .pages(
                        after -> api.get(admin, path + (after == null ? "" : "&after_id=" + encoded(after)))
                                .body(),
                        "last_id")
                .stream()
                .flatMap(page -> page.path("data").valueStream());
    }

    private static KeyGroup group(JsonNode workspace) {
        String id = required(workspace, "a workspace");
        String name = Optional.ofNullable(JsonFields.text(workspace, "name")).orElse(id);
        return new KeyGroup(id, name, JsonFields.text(workspace, "archived_at") == null);
    }

    private static String required(JsonNode listed, String what) {
        String id = JsonFields.text(listed, "id");
        if (id == null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "Anthropic listed %s without an id.".formatted(what), null);
        }
        return id;
    }

    private static ProviderKeyState state(String status) {
        return switch (status) {
            case "active" -> ProviderKeyState.ACTIVE;
            case "inactive" -> ProviderKeyState.DISABLED;
            case "expired" -> ProviderKeyState.EXPIRED;
            case "archived" -> ProviderKeyState.REVOKED;
            default -> ProviderKeyState.UNKNOWN;
        };
    }
}
