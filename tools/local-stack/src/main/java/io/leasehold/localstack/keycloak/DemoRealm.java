package io.leasehold.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.settings.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The realm of a local stack: who is in it, and its file. */
final class DemoRealm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "leasehold";
    private static final List<String> CONFIDENTIAL_CLIENTS = List.of(
            "admin-ui",
            "key-service",
            "key-service-members",
            "distribution-service",
            "usage-collector",
            "analytics-service",
            "gateway",
            "node-a",
            "node-b",
            "node-globex");
    private static final List<String> USERS = List.of("ada", "olga", "vic", "gina");

    private DemoRealm() {}

    static KeycloakAddress address(URI url, Secrets secrets) {
        var clientSecrets = new TreeMap<String, String>();
        CONFIDENTIAL_CLIENTS.forEach(client -> clientSecrets.put(client, secrets.get("client." + client)));
        var userPasswords = new TreeMap<String, String>();
        USERS.forEach(user -> userPasswords.put(user, user + "-demo"));
        return new KeycloakAddress(url, NAME, "admin", secrets.get("keycloak.admin"), clientSecrets, userPasswords);
    }

    /**
     * The operators' realm with the demo's groups, users and nodes. The passwords of its users are known to everybody, and tests
     * make hundreds of users; so they are not hashed the expensive way.
     *
     * @param operators the operators' realm
     */
    static String json(Path operators, KeycloakAddress address) throws IOException {
        Map<String, String> values = values(address);
        var realm = (ObjectNode) JSON.readTree(new RealmTemplate(Files.readString(operators)).fill(values));
        JsonNode demo = JSON.readTree(new RealmTemplate(demo()).fill(values));
        for (String name : List.of("clients", "users")) {
            realm.withArray(name).addAll((ArrayNode) demo.get(name));
        }
        for (String name : List.of("sslRequired", "passwordPolicy", "groups")) {
            realm.set(name, demo.get(name));
        }
        return JSON.writeValueAsString(realm);
    }

    private static Map<String, String> values(KeycloakAddress address) {
        Map<String, String> values = new HashMap<>();
        address.clientSecrets().forEach((client, secret) -> values.put(variable(client) + "_CLIENT_SECRET", secret));
        address.userPasswords().forEach((user, password) -> values.put(variable(user) + "_PASSWORD", password));
        // Any port: an imported realm stays as it is, and the UI's port can be changed later.
        values.put("ADMIN_UI_REDIRECT", "http://localhost:*");
        return values;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String demo() throws IOException {
        try (InputStream file = DemoRealm.class.getResourceAsStream("/realm/demo.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
