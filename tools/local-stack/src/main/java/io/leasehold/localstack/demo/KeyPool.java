package io.leasehold.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Makes sure that the workspace has a key of each simulated provider that can be leased. */
final class KeyPool {
    private final Http http;
    private final URI simulator;
    private final Api keys;

    KeyPool(Http http, URI simulator, Api keys) {
        this.http = http;
        this.simulator = simulator;
        this.keys = keys;
    }

    void ensure(String provider) throws IOException, InterruptedException {
        if (items(keys.get("/api/v1/keys?limit=200"), provider, "state", "active")
                .isPresent()) {
            return;
        }
        String accountId = account(provider);
        JsonNode seeded = seeded(provider, "inference");
        keys.post(
                "/api/v1/keys",
                Map.of(
                        "account_id",
                        accountId,
                        "name",
                        "demo-" + provider,
                        "secret",
                        seeded.path("secret").asText(),
                        "provider_key_id",
                        seeded.path("id").asText()));
        System.out.println("Added the key demo-" + provider + ".");
    }

    private String account(String provider) throws IOException, InterruptedException {
        Optional<JsonNode> known =
                items(keys.get("/api/v1/provider-accounts?limit=200"), provider, "provider", provider);
        JsonNode account = known.isPresent() ? known.get() : addAccount(provider);
        return account.path("id").asText();
    }

    private JsonNode addAccount(String provider) throws IOException, InterruptedException {
        String adminKind = provider.equals("anthropic") ? "admin" : "management";
        return keys.post(
                "/api/v1/provider-accounts",
                Map.of(
                        "provider",
                        provider,
                        "name",
                        "demo-" + provider,
                        "admin_credential",
                        seeded(provider, adminKind).path("secret").asText()));
    }

    private JsonNode seeded(String provider, String kind) throws IOException, InterruptedException {
        JsonNode all = http.json(HttpRequest.newBuilder(URI.create(simulator + "/control/keys")));
        return StreamSupport.stream(all.path("items").spliterator(), false)
                .filter(key -> key.path("kind").asText().equals(kind))
                .filter(key -> key.path("provider").asText().equals(provider))
                .filter(key -> key.path("status").asText().equals("active"))
                .findFirst()
                .orElseThrow(() -> new IOException("The simulator has no live " + kind + " key of " + provider
                        + " any more; ./leasehold up --fresh makes new ones."));
    }

    private static Optional<JsonNode> items(JsonNode list, String provider, String field, String value) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .filter(item -> item.path("provider").asText().equals(provider))
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst();
    }
}
