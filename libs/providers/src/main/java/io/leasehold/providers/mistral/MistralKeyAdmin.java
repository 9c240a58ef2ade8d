package io.leasehold.providers.mistral;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyHints;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.Revocation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mistral's admin API, which Enterprise organisations have: a key belongs to a user and a workspace, is listed and
 * deleted, and can't be changed or read alone.
 */
final class MistralKeyAdmin implements KeyAdmin {
    private static final int KEYS_A_PAGE = 100;
    private static final int WORKSPACES_A_PAGE = 25;

    private final MistralApi api;
    private final Clock clock;

    MistralKeyAdmin(MistralApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Old regions don't tell who a key is of; listing models, which is free too, proves it as well. */
    @Override
    public KeyCheck check(Access key) {
        return KeyCheck.by(() -> {
            Optional<JsonNode> me = api.find(key, "/users/me");
            if (me.isEmpty()) {
                api.get(key, "/models");
            }
            return new KeyCheck.Valid(me.map(MistralKeyAdmin::organization).orElse(null), "Mistral accepts this key.");
        });
    }

    @Override
    public ModelCheck checkModel(Access key, String model) {
        return ModelCheck.by(
                "Mistral",
                model,
                () -> api.get(key, "/models").path("data").valueStream().anyMatch(offered -> isCalled(offered, model)));
    }

    @Override
    public KeyCheck checkAdmin(Access admin) {
        return KeyCheck.by(() -> {
            api.adminGet(admin, "/api-keys?limit=1&offset=0");
            return new KeyCheck.Valid(null, "Mistral accepts this admin key.");
        });
    }

    @Override
    public List<ProviderKey> listKeys(Access admin) {
        return MistralApi.pages(
                        page -> api.adminGet(admin, "/api-keys?limit=" + KEYS_A_PAGE + "&offset=" + page * KEYS_A_PAGE),
                        "keys",
                        KEYS_A_PAGE)
                .stream()
                .map(key -> MistralKeys.key(key, clock.instant()))
                .toList();
    }

    @Override
    public KeyIdentity identify(Access admin, Secret key) {
        return KeyHints.identify(listKeys(admin), key);
    }

    @Override
    public Optional<ProviderKey> find(Access admin, String providerKeyId) {
        return listKeys(admin).stream()
                .filter(key -> key.id().equals(providerKeyId))
                .findFirst();
    }

    @Override
    public KeyCreation createKey(Access admin, KeyOrder order) {
        if (!order.limit().equals(KeyLimit.NONE)) {
            return new KeyCreation.Refused("Mistral has no spend limit per key; make the key without one.");
        }
        return KeyCreation.by(() -> {
            String user = api.find(admin, "/users/me")
                    .map(me -> JsonFields.text(me, "id"))
                    .orElse(null);
            String workspace = order.group() == null ? defaultWorkspace(admin) : order.group();
            if (user == null) {
                return new KeyCreation.Refused(
                        "Mistral makes keys for a user, and does not tell whose this admin key is.");
            }
            return workspace == null
                    ? new KeyCreation.Refused(
                            "Mistral makes keys in workspaces, and none is the default here: name one.")
                    : create(admin, MistralKeys.order(order, workspace, user));
        });
    }

    @Override
    public Revocation revoke(Access admin, String providerKeyId) {
        return Revocation.by(() -> {
            api.adminDelete(admin, "/api-keys/" + encoded(providerKeyId));
            return new Revocation.Revoked();
        });
    }

    @Override
    public List<KeyGroup> listGroups(Access admin) {
        return Stream.of(true, false)
                .flatMap(active ->
                        workspaces(admin, active).stream().map(workspace -> MistralKeys.group(workspace, active)))
                .toList();
    }

    @Override
    public KeyGroup createGroup(Access admin, String name) {
        return MistralKeys.group(
                api.adminCreate(
                        admin,
                        "/workspaces",
                        JsonNodeFactory.instance.objectNode().put("name", name)),
                true);
    }

    private KeyCreation create(Access admin, JsonNode body) {
        JsonNode made = api.adminCreate(admin, "/api-keys", body);
        String secret = JsonFields.text(made, "key");
        return secret == null
                ? new KeyCreation.Unclear("Mistral made a key and did not tell its secret.")
                : new KeyCreation.Created(MistralKeys.key(made, clock.instant()), Secret.of(secret));
    }

    private @Nullable String defaultWorkspace(Access admin) {
        return workspaces(admin, true).stream()
                .filter(workspace -> workspace.path("is_default").asBoolean())
                .map(workspace -> MistralApi.id(workspace, "uuid", "a workspace"))
                .findFirst()
                .orElse(null);
    }

    private List<JsonNode> workspaces(Access admin, boolean active) {
        String path = "/workspaces?page_size=" + WORKSPACES_A_PAGE + "&is_archived=" + !active + "&page=";
        return MistralApi.pages(page -> api.adminGet(admin, path + (page + 1)), "items", WORKSPACES_A_PAGE);
    }

    private static @Nullable String organization(JsonNode me) {
        return JsonFields.text(me.path("organization"), "id");
    }

    private static boolean isCalled(JsonNode offered, String model) {
        return model.equals(JsonFields.text(offered, "id"))
                || offered.path("aliases").valueStream().anyMatch(alias -> model.equals(alias.textValue()));
    }
}
