package io.leasehold.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.Endpoints;
import io.leasehold.demo.client.Http;
import io.leasehold.demo.client.WorkspaceClient;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Makes sure that the workspace has an account and a key for each provider, as an admin would have added them. */
public final class DemoSetup {
    private final Http http;
    private final Endpoints endpoints;
    private final WorkspaceClient admin;

    public DemoSetup(Http http, Endpoints endpoints, WorkspaceClient admin) {
        this.http = http;
        this.endpoints = endpoints;
        this.admin = admin;
    }

    /** Leaves a provider alone that has an active key already. */
    public void ensureKeys(Collection<String> providers) {
        for (String provider : providers) {
            if (find(admin.listKeys(), provider, has("state", "active")).isEmpty()) {
                addKey(provider);
            }
        }
    }

    private void addKey(String provider) {
        JsonNode inference = seeded(provider, has("kind", "inference"));
        String name = "demo-" + provider;
        JsonNode key = admin.addKey(
                account(provider, name),
                uniqueName(name),
                inference.get("secret").asText());
        if (key.path("provider_key_id").isNull()) {
            admin.bindKey(key.get("id").asText(), inference.get("id").asText());
        }
    }

    private String account(String provider, String name) {
        return find(admin.listAccounts(), provider, has("state", "active"))
                .map(account -> account.get("id").asText())
                .orElseGet(() -> admin.addAccount(
                        provider,
                        name,
                        seeded(provider, has("kind", "inference").negate())
                                .get("secret")
                                .asText()));
    }

    /** A name is never used again, not even when its key was revoked. */
    private String uniqueName(String wanted) {
        int taken = 0;
        for (JsonNode key : admin.listKeys()) {
            taken += key.get("name").asText().startsWith(wanted) ? 1 : 0;
        }
        return taken == 0 ? wanted : wanted + "-" + (taken + 1);
    }

    /** One of the keys that the simulator was started with, as long as it lives. */
    private JsonNode seeded(String provider, Predicate<JsonNode> kind) {
        JsonNode keys =
                http.get(URI.create(endpoints.simulator() + "/control/keys")).expectSuccess();
        return find(keys.get("items"), provider, kind.and(has("status", "active")))
                .orElseThrow(() -> new IllegalStateException("The simulator has no live key of " + provider
                        + " any more. Start anew with ./leasehold up --fresh, or make one with"
                        + " POST /control/keys (see tools/provider-sim)."));
    }

    private static Optional<JsonNode> find(JsonNode items, String provider, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(has("provider", provider).and(wanted))
                .findFirst();
    }

    private static Predicate<JsonNode> has(String field, String value) {
        return item -> item.path(field).asText().equals(value);
    }
}
