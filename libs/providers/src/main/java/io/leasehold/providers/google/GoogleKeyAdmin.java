package io.leasehold.providers.google;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.Pages;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys of one Google Cloud project, through the API Keys API. A deleted key is kept for 30 days, so that it is known that
 * there was one; its secret ends at once.
 */
final class GoogleKeyAdmin implements KeyAdmin {
    private static final String GEMINI_SERVICE = "generativelanguage.googleapis.com";
    private static final int PAGE = 100;

    private final GoogleApi api;
    private final SecretFormat secrets;

    GoogleKeyAdmin(GoogleApi api, SecretFormat secrets) {
        this.api = api;
        this.secrets = secrets;
    }

    @Override
    public KeyCheck check(Access key) {
        if (secrets.isAdmin(key.credential().reveal())) {
            return new KeyCheck.Forbidden("This is a service account's key file; add a key for inference instead.");
        }
        return KeyCheck.by(() -> {
            api.get(key, "/models?pageSize=1");
            return new KeyCheck.Valid(null, "Google accepts this key.");
        });
    }

    @Override
    public ModelCheck checkModel(Access key, String model) {
        return ModelCheck.by(
                "Google",
                model,
                () -> api.find(key, "/models/" + encoded(model)).isPresent());
    }

    @Override
    public KeyCheck checkAdmin(Access admin) {
        if (!secrets.isAdmin(admin.credential().reveal())
                && secrets.matches(admin.credential().reveal())) {
            return new KeyCheck.Forbidden("This is a key for inference; a service account's key file is needed.");
        }
        return KeyCheck.by(() -> {
            String project = GoogleAccount.of(admin.credential()).project();
            api.getOfKeys(admin, keysOf(project) + "?pageSize=1");
            return new KeyCheck.Valid(project, "Google accepts this service account.");
        });
    }

    @Override
    public List<ProviderKey> listKeys(Access admin) {
        return listed(api, admin).map(GoogleKeyAdmin::key).toList();
    }

    /** As Google lists them, those that were deleted in the last 30 days too. */
    static Stream<JsonNode> listed(GoogleApi api, Access admin) {
        String path = keysOf(project(admin)) + "?pageSize=" + PAGE + "&showDeleted=true";
        return Pages.all(
                        "Google",
                        next -> api.getOfKeys(admin, path + (next == null ? "" : "&pageToken=" + encoded(next))),
                        "nextPageToken")
                .stream()
                .flatMap(page -> page.path("keys").valueStream());
    }

    @Override
    public KeyIdentity identify(Access admin, Secret key) {
        return api.findOfKeys(admin, "keys:lookupKey?keyString=" + encoded(key.reveal()))
                .flatMap(found -> find(admin, lastOf(JsonFields.text(found, "name"))))
                .<KeyIdentity>map(found -> new KeyIdentity.Told(found.id(), found.name()))
                .orElseGet(() -> new KeyIdentity.None(
                        "No key of this project is this one; it may belong to another project of Google Cloud."));
    }

    @Override
    public Optional<ProviderKey> find(Access admin, String providerKeyId) {
        return api.findOfKeys(admin, keyPath(admin, providerKeyId)).map(GoogleKeyAdmin::key);
    }

    /** A key is made for the Gemini API and nothing else: those without a restriction are refused there. */
    @Override
    public KeyCreation createKey(Access admin, KeyOrder order) {
        if (!order.limit().equals(KeyLimit.NONE)) {
            return new KeyCreation.Refused("Google has no spend limit per key; make the key without one.");
        }
        if (order.expiresAt() != null) {
            return new KeyCreation.Refused("Google's keys have no end of their own; make the key without one.");
        }
        return KeyCreation.by(() -> {
            String project = order.group() == null ? project(admin) : order.group();
            return created(admin, api.create(admin, keysOf(project), body(order.name())));
        });
    }

    @Override
    public Revocation revoke(Access admin, String providerKeyId) {
        return Revocation.by(() -> find(admin, providerKeyId)
                .map(key -> key.state() == ProviderKeyState.REVOKED
                        ? new Revocation.AlreadyRevoked()
                        : delete(admin, providerKeyId))
                .orElseGet(Revocation.NotFound::new));
    }

    private Revocation delete(Access admin, String providerKeyId) {
        api.delete(admin, keyPath(admin, providerKeyId));
        return new Revocation.Revoked();
    }

    /** Whatever fails from here on: the key is there. */
    private KeyCreation created(Access admin, JsonNode made) {
        try {
            ProviderKey key = key(made);
            String secret = JsonFields.text(api.getOfKeys(admin, keyPath(admin, key.id()) + "/keyString"), "keyString");
            return secret == null
                    ? new KeyCreation.Unclear("Google made a key and did not tell it.")
                    : new KeyCreation.Created(key, Secret.of(secret));
        } catch (ProviderException failure) {
            return new KeyCreation.Unclear("Google made a key, and did not tell it: " + failure.explanation());
        }
    }

    private static ObjectNode body(String name) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("displayName", name);
        body.putObject("restrictions").putArray("apiTargets").addObject().put("service", GEMINI_SERVICE);
        return body;
    }

    private static ProviderKey key(JsonNode listed) {
        String id = lastOf(JsonFields.text(listed, "name"));
        return new ProviderKey(
                id,
                Optional.ofNullable(JsonFields.text(listed, "displayName")).orElse(id),
                null,
                JsonFields.text(listed, "deleteTime") == null ? ProviderKeyState.ACTIVE : ProviderKeyState.REVOKED,
                JsonFields.instant(listed, "createTime"),
                null,
                null);
    }

    /** Names are {@code projects/123/locations/global/keys/5f1c…}. */
    static String lastOf(@Nullable String name) {
        if (name == null || name.endsWith("/")) {
            throw GoogleApi.unreadable("Google named no key.");
        }
        return name.substring(name.lastIndexOf('/') + 1);
    }

    static String project(Access admin) {
        return GoogleAccount.of(admin.credential()).project();
    }

    private static String keyPath(Access admin, String providerKeyId) {
        return keysOf(project(admin)) + "/" + encoded(providerKeyId);
    }

    private static String keysOf(String project) {
        return "projects/" + encoded(project) + "/locations/global/keys";
    }
}
