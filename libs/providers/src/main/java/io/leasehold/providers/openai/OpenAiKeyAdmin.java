package io.leasehold.providers.openai;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's projects: a key is made as a service account's, listed per project, and deleted. Ids of keys don't name their
 * project, so that one is looked for in all of them.
 */
final class OpenAiKeyAdmin implements KeyAdmin {
    private static final String DEFAULT_PROJECT = "Default project";

    private final OpenAiApi api;
    private final SecretFormat secrets;
    private final Clock clock;

    OpenAiKeyAdmin(OpenAiApi api, SecretFormat secrets, Clock clock) {
        this.api = api;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Listing models is free, and says nothing of credit. A restricted key that may not list them is a key all the same. */
    @Override
    public KeyCheck check(Access key) {
        if (secrets.isAdmin(key.credential().reveal())) {
            return new KeyCheck.Forbidden("This is an admin key; add a key for inference instead.");
        }
        return KeyCheck.by(() -> {
            try {
                return valid(api.get(key, "/models").header("openai-organization"), "OpenAI accepts this key.");
            } catch (ProviderException failure) {
                if (failure.failure() == Failure.FORBIDDEN && OpenAiErrors.NO_SCOPE.equals(failure.code())) {
                    return valid(null, "OpenAI accepts this key, which is restricted and may not list models.");
                }
                throw failure;
            }
        });
    }

    @Override
    public ModelCheck checkModel(Access key, String model) {
        return ModelCheck.by(
                "OpenAI",
                model,
                () -> api.find(key, "/models/" + encoded(model)).isPresent());
    }

    @Override
    public KeyCheck checkAdmin(Access admin) {
        if (!secrets.isAdmin(admin.credential().reveal())
                && secrets.matches(admin.credential().reveal())) {
            return new KeyCheck.Forbidden("This is a key for inference; an admin key begins with sk-admin-.");
        }
        return KeyCheck.by(() -> valid(
                api.get(admin, "/organization/projects?limit=1").header("openai-organization"),
                "OpenAI accepts this admin key."));
    }

    @Override
    public List<ProviderKey> listKeys(Access admin) {
        return listGroups(admin).stream()
                .flatMap(project -> keys(admin, project.id()))
                .toList();
    }

    @Override
    public KeyIdentity identify(Access admin, Secret key) {
        return KeyHints.identify(listKeys(admin), key);
    }

    @Override
    public Optional<ProviderKey> find(Access admin, String providerKeyId) {
        return located(admin, providerKeyId).map(this::key);
    }

    @Override
    public KeyCreation createKey(Access admin, KeyOrder order) {
        if (!order.limit().equals(KeyLimit.NONE)) {
            return new KeyCreation.Refused("OpenAI has no spend limit per key; make the key without one.");
        }
        return KeyCreation.by(() -> project(admin, order)
                .map(project -> create(admin, project, order))
                .orElseGet(() -> new KeyCreation.Refused(
                        "OpenAI makes keys in projects, and none is its default here: name one.")));
    }

    @Override
    public Revocation revoke(Access admin, String providerKeyId) {
        return Revocation.by(() ->
                located(admin, providerKeyId).map(found -> delete(admin, found)).orElseGet(Revocation.NotFound::new));
    }

    @Override
    public List<KeyGroup> listGroups(Access admin) {
        return api.list(admin, "/organization/projects?limit=100&include_archived=true").stream()
                .map(OpenAiKeyAdmin::group)
                .toList();
    }

    @Override
    public KeyGroup createGroup(Access admin, String name) {
        return group(api.create(
                admin,
                "/organization/projects",
                JsonNodeFactory.instance.objectNode().put("name", name)));
    }

    /** A key as it is listed, and the project it is of. */
    private record Located(String project, JsonNode key) {
        String path() {
            return keysOf(project) + "/" + encoded(OpenAiApi.id(key, "a key"));
        }

        @Nullable
        String serviceAccount() {
            return JsonFields.text(key.path("owner").path("service_account"), "id");
        }
    }

    private Optional<Located> located(Access admin, String providerKeyId) {
        return listGroups(admin).stream()
                .flatMap(project -> api.find(admin, keysOf(project.id()) + "/" + encoded(providerKeyId)).stream()
                        .map(key -> new Located(project.id(), key)))
                .findFirst();
    }

    private Optional<String> project(Access admin, KeyOrder order) {
        if (order.group() != null) {
            return Optional.of(order.group());
        }
        List<KeyGroup> active =
                listGroups(admin).stream().filter(KeyGroup::active).toList();
        return active.stream()
                .filter(project -> active.size() == 1 || project.name().equals(DEFAULT_PROJECT))
                .map(KeyGroup::id)
                .findFirst();
    }

    private KeyCreation create(Access admin, String project, KeyOrder order) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", order.name());
        if (order.expiresAt() != null) {
            long seconds = Duration.between(clock.instant(), order.expiresAt()).toSeconds();
            if (seconds < 1) {
                return new KeyCreation.Refused("The end of the key lies in the past.");
            }
            body.put("expires_in_seconds", seconds);
        }
        JsonNode key = api.create(admin, accountsOf(project), body).path("api_key");
        String secret = JsonFields.text(key, "value");
        return secret == null
                ? new KeyCreation.Unclear("OpenAI made a service account and did not tell its key.")
                : new KeyCreation.Created(
                        OpenAiKeys.created(key, order.name(), project, hint(secret)), Secret.of(secret));
    }

    /** As the provider redacts it in lists. */
    private String hint(String secret) {
        return secrets.prefixOf(secret) + "..." + secret.substring(secret.length() - 3);
    }

    /** A service account that has no other key goes with it: nothing would be left but its name. */
    private Revocation delete(Access admin, Located found) {
        String account = found.serviceAccount();
        boolean whole = account != null && isOnlyKey(admin, found, account);
        JsonNode deleted = api.delete(
                admin, whole ? accountsOf(found.project()) + "/" + encoded(String.valueOf(account)) : found.path());
        return deleted.path("deleted").asBoolean()
                ? new Revocation.Revoked()
                : new Revocation.Unreachable("OpenAI did not confirm that the key is deleted.");
    }

    private boolean isOnlyKey(Access admin, Located found, String account) {
        return api.list(admin, keysOf(found.project()) + "?limit=100").stream()
                        .filter(key -> account.equals(new Located(found.project(), key).serviceAccount()))
                        .count()
                == 1;
    }

    private Stream<ProviderKey> keys(Access admin, String project) {
        return api.list(admin, keysOf(project) + "?limit=100").stream().map(key -> key(new Located(project, key)));
    }

    private ProviderKey key(Located located) {
        Instant now = clock.instant();
        return OpenAiKeys.listed(located.key(), located.project(), now);
    }

    private static KeyGroup group(JsonNode project) {
        String id = OpenAiApi.id(project, "a project");
        String name = Optional.ofNullable(JsonFields.text(project, "name")).orElse(id);
        return new KeyGroup(id, name, !"archived".equals(JsonFields.text(project, "status")));
    }

    private static KeyCheck valid(@Nullable String organization, String message) {
        return new KeyCheck.Valid(organization, message);
    }

    private static String keysOf(String project) {
        return "/organization/projects/" + encoded(project) + "/api_keys";
    }

    private static String accountsOf(String project) {
        return "/organization/projects/" + encoded(project) + "/service_accounts";
    }
}
