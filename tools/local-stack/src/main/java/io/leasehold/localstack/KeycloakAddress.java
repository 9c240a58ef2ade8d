package io.leasehold.localstack;

import java.net.URI;
import java.util.Map;

/**
 * A running Keycloak with the Leasehold realm.
 *
 * @param url base address without a slash at the end
 * @param realm the realm's name
 * @param adminUser administrator of the master realm
 * @param adminPassword the administrator's password
 * @param clientSecrets secret per confidential client (services, nodes, {@code admin-ui})
 * @param userPasswords password per demo user
 */
public record KeycloakAddress(
        URI url,
        String realm,
        String adminUser,
        String adminPassword,
        Map<String, String> clientSecrets,
        Map<String, String> userPasswords) {

    public KeycloakAddress {
        clientSecrets = Map.copyOf(clientSecrets);
        userPasswords = Map.copyOf(userPasswords);
    }

    /** What the tokens' {@code iss} says. */
    public URI issuer() {
        return URI.create(url + "/realms/" + realm);
    }

    /** Where tokens are asked for. */
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** @throws IllegalArgumentException when the realm has no such confidential client */
    public String clientSecret(String client) {
        return StackAddresses.required(clientSecrets, client);
    }

    /** @throws IllegalArgumentException when the realm has no such demo user */
    public String userPassword(String user) {
        return StackAddresses.required(userPasswords, user);
    }

    @Override
    public String toString() {
        return "KeycloakAddress[" + issuer() + "]";
    }
}
