package io.leasehold.test;

import io.leasehold.localstack.KeycloakAddress;
import java.net.URI;
import java.util.UUID;

/** A realm of its own in the shared Keycloak, made from a file as operators import it. */
public final class TestRealm implements AutoCloseable {
    private final Keycloak keycloak = new Keycloak();
    private final KeycloakAddress address = Servers.addresses().keycloak();
    private final String name;
    private final String clientSecret;

    private TestRealm(String name, String clientSecret) {
        this.name = name;
        this.clientSecret = clientSecret;
    }

    /** @param json every {@code ${…}} in it becomes one secret */
    public static TestRealm of(String json) {
        TestRealm realm = new TestRealm(
                "realm-" + UUID.randomUUID().toString().substring(0, 8),
                UUID.randomUUID().toString());
        realm.keycloak.createRealm(json.replaceAll("\\$\\{[A-Z_]+}", realm.clientSecret)
                .replaceFirst("\"realm\": *\"leasehold\"", "\"realm\":\"" + realm.name + "\"")
                .replaceFirst("\"sslRequired\": *\"external\"", "\"sslRequired\":\"none\""));
        return realm;
    }

    public String clientSecret() {
        return clientSecret;
    }

    public URI issuer() {
        return URI.create(address.url() + "/realms/" + name);
    }

    public URI adminUrl() {
        return URI.create(address.url() + "/admin/realms/" + name);
    }

    /** Somebody without a role. */
    public void createUser(String username) {
        keycloak.createUserIn(name, username);
    }

    /** As it was when it was imported: service accounts stay. */
    public void removeUsers() {
        keycloak.deleteUsersOf(name);
    }

    @Override
    public void close() {
        keycloak.deleteRealm(name);
    }
}
