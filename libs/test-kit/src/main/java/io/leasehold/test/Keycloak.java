package io.leasehold.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.localstack.KeycloakAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The shared Keycloak, as tests use it: tokens of demo users, services and nodes, and new groups and users. */
public final class Keycloak {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String adminToken = "";
    private static long adminTokenAt = System.nanoTime() - TimeUnit.HOURS.toNanos(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakAddress address = Servers.addresses().keycloak();

    /** The token of a demo user, such as {@code ada}. */
    public String demoUserToken(String user) {
        return userToken(user, address.userPassword(user));
    }

    public String userToken(String user, String password) {
        return token(Map.of(
                "grant_type",
                "password",
                "client_id",
                "cli",
                "username",
                user,
                "password",
                password,
                "scope",
                "openid"));
    }

    /** The token that a service or node asks for itself. */
    public String clientToken(String client) {
        return token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                address.clientSecret(client)));
    }

    /** Makes a user who is in one group only; the group is made where it is missing. */
    void createUser(String user, String password, String groupPath) {
        post("/users", """
                {"username":"%s","enabled":true,"email":"%s@example.com","emailVerified":true,"firstName":"%s",
                 "lastName":"Test","groups":["%s"],
                 "credentials":[{"type":"password","value":"%s","temporary":false}]}
                """.formatted(user, user, user, groupPath, password));
    }

    /** Makes {@code /workspaces/<slug>} with its role groups. */
    void createWorkspaceGroups(String slug, Iterable<String> roles) {
        createGroups("/workspaces", List.of(slug));
        createGroups("/workspaces/" + slug, roles);
    }

    /** Makes {@code /workspaces/<slug>/domains/<domain>} with its role groups for each domain; once per workspace. */
    void createDomainGroups(String slug, List<String> domains, Iterable<String> roles) {
        createGroups("/workspaces/" + slug, List.of("domains"));
        createGroups("/workspaces/" + slug + "/domains", domains);
        for (String domain : domains) {
            createGroups("/workspaces/" + slug + "/domains/" + domain, roles);
        }
    }

    private void createGroups(String parentPath, Iterable<String> names) {
        String parent = get("/group-by-path" + parentPath).get("id").asText();
        for (String name : names) {
            post("/groups/" + parent + "/children", "{\"name\":\"" + name + "\"}");
        }
    }

    void createRealm(String json) {
        send(adminOf("").header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    void deleteRealm(String realm) {
        send(adminOf("/" + realm).DELETE());
    }

    void createUserIn(String realm, String username) {
        send(adminOf("/" + realm + "/users")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"" + username + "\",\"enabled\":true}")));
    }

    private String token(Map<String, String> form) {
        return post(address.tokenEndpoint(), form).get("access_token").asText();
    }

    private JsonNode post(URI uri, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) {
        return send(admin(path).GET());
    }

    private void post(String path, String json) {
        send(admin(path).header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder admin(String path) {
        return adminOf("/" + address.realm() + path);
    }

    private HttpRequest.Builder adminOf(String path) {
        return HttpRequest.newBuilder(URI.create(address.url() + "/admin/realms" + path))
                .header("authorization", "Bearer " + adminToken(this::askAdminToken));
    }

    /** Good for a minute; asked for anew well before. */
    private static synchronized String adminToken(Supplier<String> ask) {
        if (System.nanoTime() - adminTokenAt > TimeUnit.SECONDS.toNanos(30)) {
            adminToken = ask.get();
            adminTokenAt = System.nanoTime();
        }
        return adminToken;
    }

    private String askAdminToken() {
        URI master = URI.create(address.url() + "/realms/master/protocol/openid-connect/token");
        return post(
                        master,
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                address.adminUser(),
                                "password",
                                address.adminPassword()))
                .get("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answered " + response.statusCode() + " to "
                        + response.request().uri() + ": " + response.body());
            }
            return JSON.readTree(response.body().isBlank() ? "null" : response.body());
        } catch (IOException failure) {
            throw new IllegalStateException("Keycloak does not answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
