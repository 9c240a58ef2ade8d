package io.leasehold.providers.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.ModelCheck;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two keys of a resource. They are places rather than keys: one is ended by making another in its place. So the id of
 * a key is its place and what tells its secret from the next one's, and it is never ended for the one that came after.
 */
final class AzureKeyAdmin implements KeyAdmin {
    /** As management writes them when they are made anew, and in lower case when it tells them. */
    private enum Place {
        KEY1("Key1", "key1"),
        KEY2("Key2", "key2");

        private final String name;
        private final String field;

        Place(String name, String field) {
            this.name = name;
            this.field = field;
        }
    }

    private static final int MARK = 16;

    private final AzureApi api;
    private final SecretFormat secrets;

    AzureKeyAdmin(AzureApi api, SecretFormat secrets) {
        this.api = api;
        this.secrets = secrets;
    }

    @Override
    public KeyCheck check(Access key) {
        if (secrets.isAdmin(key.credential().reveal())) {
            return new KeyCheck.Forbidden("This is an application's credential; add a key of the resource instead.");
        }
        if (key.baseUrl().equals(AzureApi.NO_RESOURCE)) {
            return new KeyCheck.Unreachable("Every resource of Azure has its own address. Give it as the account's"
                    + " endpoint: https://<resource>.openai.azure.com.");
        }
        return KeyCheck.by(() -> {
            api.get(key, "/models");
            return new KeyCheck.Valid(null, "Azure OpenAI accepts this key.");
        });
    }

    @Override
    public ModelCheck checkModel(Access key, String model) {
        return ModelCheck.unknown("Azure OpenAI tells a key which models there are, but not what is deployed.");
    }

    @Override
    public KeyCheck checkAdmin(Access admin) {
        return KeyCheck.by(() -> {
            JsonNode account = api.account(admin);
            return new KeyCheck.Valid(JsonFields.text(account, "name"), "Azure accepts this application.");
        });
    }

    @Override
    public List<ProviderKey> listKeys(Access admin) {
        ProviderKeyState state = state(admin);
        JsonNode keys = keys(admin);
        return Arrays.stream(Place.values())
                .map(place -> key(place, idOf(place, keys), state))
                .toList();
    }

    @Override
    public KeyIdentity identify(Access admin, Secret key) {
        JsonNode keys = keys(admin);
        return Arrays.stream(Place.values())
                .filter(place -> key.reveal().equals(JsonFields.text(keys, place.field)))
                .findFirst()
                .<KeyIdentity>map(place -> new KeyIdentity.Told(idOf(place, keys), place.name))
                .orElseGet(() -> new KeyIdentity.None("Neither key of this resource is this one."));
    }

    /** A key that another one took the place of has ended. */
    @Override
    public Optional<ProviderKey> find(Access admin, String providerKeyId) {
        Place place = placeOf(providerKeyId);
        if (place == null) {
            return Optional.empty();
        }
        boolean there = idOf(place, keys(admin)).equals(providerKeyId);
        return Optional.of(key(place, providerKeyId, there ? state(admin) : ProviderKeyState.REVOKED));
    }

    /** Making another key in its place is sent once: a second time would end the new one. */
    @Override
    public Revocation revoke(Access admin, String providerKeyId) {
        Place place = placeOf(providerKeyId);
        if (place == null) {
            return new Revocation.NotFound();
        }
        return Revocation.by(() -> {
            if (!idOf(place, keys(admin)).equals(providerKeyId)) {
                return new Revocation.AlreadyRevoked();
            }
            JsonNode keys = api.act(admin, "/regenerateKey", "{\"keyName\":\"" + place.name + "\"}", false);
            return idOf(place, keys).equals(providerKeyId)
                    ? new Revocation.Unreachable("Azure told the same key again.")
                    : new Revocation.Revoked();
        });
    }

    private JsonNode keys(Access admin) {
        return api.act(admin, "/listKeys", "{}", true);
    }

    private ProviderKeyState state(Access admin) {
        return api.account(admin).path("properties").path("disableLocalAuth").asBoolean()
                ? ProviderKeyState.DISABLED
                : ProviderKeyState.ACTIVE;
    }

    private static ProviderKey key(Place place, String id, ProviderKeyState state) {
        return new ProviderKey(id, place.name, null, state, null, null, null);
    }

    private static String idOf(Place place, JsonNode keys) {
        String secret = JsonFields.text(keys, place.field);
        if (secret == null) {
            throw new ProviderException(Failure.UNREADABLE, 200, null, "Azure told no " + place.field + ".", null);
        }
        try (Secret told = Secret.of(secret)) {
            return place.field + "-" + told.sha256().substring(0, MARK);
        }
    }

    private static @Nullable Place placeOf(String providerKeyId) {
        return Arrays.stream(Place.values())
                .filter(place -> providerKeyId.startsWith(place.field + "-"))
                .findFirst()
                .orElse(null);
    }
}
