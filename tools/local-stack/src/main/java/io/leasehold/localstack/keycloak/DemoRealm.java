package io.leasehold.localstack.keycloak;

import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.settings.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The realm of a local stack: who is in it, and its file. */
final class DemoRealm {
    private static final String NAME = "leasehold";
    private static final List<String> CONFIDENTIAL_CLIENTS = List.of(
            "admin-ui",
            "key-service",
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

    static String json(KeycloakAddress address) throws IOException {
        Map<String, String> values = new HashMap<>();
        address.clientSecrets().forEach((client, secret) -> values.put("client-secret." + client, secret));
        address.userPasswords().forEach((user, password) -> values.put("user-password." + user, password));
        // Any port: an imported realm stays as it is, and the UI's port can be changed later.
        values.put("admin-ui.redirect", "http://localhost:*");
        return RealmTemplate.leasehold().fill(values);
    }
}
