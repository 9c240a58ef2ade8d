package io.leasehold.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.Endpoints;
import io.leasehold.demo.client.Http;
import io.leasehold.demo.client.WorkspaceClient;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
    public void ensureKeys() {
        Set<String> served = new HashSet<>();
        for (JsonNode key : admin.listKeys()) {
            if (key.get("state").asText().equals("active")) {
                served.add(key.get("provider").asText());
            }
        }
        Scene.ALL.stream()
                .map(Scene::provider)
                .distinct()
                .filter(provider -> !served.contains(provider))
                .forEach(this::addKey);
    }

    private void addKey(String provider) {
        JsonNode adminKey = seeded(provider, false);
        JsonNode inferenceKey = seeded(provider, true);
        String account = admin.addAccount(
                provider, "demo-" + provider, adminKey.get("secret").asText());
        JsonNode key = admin.addKey(
                account, "demo-" + provider, inferenceKey.get("secret").asText());
        if (key.path("provider_key_id").isNull()) {
            admin.bindKey(key.get("id").asText(), inferenceKey.get("id").asText());
        }
    }

    /** One of the keys that the simulator was started with. */
    private JsonNode seeded(String provider, boolean inference) {
        JsonNode keys =
                http.get(URI.create(endpoints.simulator() + "/control/keys")).expectSuccess();
        JsonNode list = keys.isArray() ? keys : keys.get("items");
        Optional<JsonNode> found = StreamSupport.stream(list.spliterator(), false)
                .filter(key -> key.get("provider").asText().equals(provider))
                .filter(key -> key.get("kind").asText().equals("inference") == inference)
                .findFirst();
        return found.orElseThrow(() ->
                new IllegalStateException("The simulator has no seeded " + provider + " key; start it with --seed"));
    }
}
