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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The shared Keycloak, as tests use it: tokens of demo users, services and nodes, and new groups and users. */
public final class Keycloak {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One for all: a test has several of this class, and each connection costs. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Tokens of the realm are good for five minutes. */
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(3);

    private static final int ALREADY_THERE = 409;

    private static final Map<String, String> GROUP_IDS = new ConcurrentHashMap<>();
    private static final Map<String, KnownToken> CLIENT_TOKENS = new ConcurrentHashMap<>();

    private static String adminToken = "";
    private static long adminTokenAt = System.nanoTime() - TimeUnit.HOURS.toNanos(1);

    private final KeycloakAddress address = Servers.addresses().keycloak();

    /** The token of a demo user, such as {@code ada}. */
    public String demoUserToken(String user) {
        return userToken(user, address.userPassword(user));
    }

    public String userToken(String user, String password) {
        return token(Map.of("grant_type", "password", "client_id", "cli", "username", user, "password", password));
    }

    private record KnownToken(String token, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < FRESH_NANOS;
        }
    }

    /** The token that a service or node asks for itself; as it would, it keeps it while it is good. */
    public String clientToken(String client) {
        return CLIENT_TOKENS
                .compute(
                        client,
                        (name, known) -> known != null && known.isFresh()
                                ? known
                                : new KnownToken(askClientToken(name), System.nanoTime()))
                .token();
    }

    private String askClientToken(String client) {
        return token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                address.clientSecret(client)));
    }

    /** Makes a user who is in one group only, which must be there. */
    void createUser(String user, String password, String groupPath) {
        post("/users", """
                {"username":"%s","enabled":true,"email":"%s@example.com","emailVerified":true,"firstName":"%s",
                 "lastName":"Test","groups":["%s"],
                 "credentials":[{"type":"password","value":"%s","temporary":false}]}
                """.formatted(user, user, user, groupPath, password));
    }

    /** Makes {@code /workspaces/<slug>}. */
    void createWorkspaceGroup(String slug) {
        createGroup("/workspaces", slug);
    }

    /** Makes the group of a role in a workspace where it is missing. */
    void createRoleGroup(String slug, String role) {
        createGroup("/workspaces/" + slug, role);
    }

    /** Makes {@code /workspaces/<slug>/domains/<domain>} with its role groups for each domain. */
    void createDomainGroups(String slug, Iterable<String> domains, Iterable<String> roles) {
        createGroup("/workspaces/" + slug, "domains");
        for (String domain : domains) {
            createGroup("/workspaces/" + slug + "/domains", domain);
            roles.forEach(role -> createGroup("/workspaces/" + slug + "/domains/" + domain, role));
        }
    }

    private void createGroup(String parentPath, String name) {
        HttpResponse<String> answer = exchange(admin("/groups/" + groupId(parentPath) + "/children")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}")));
        if (answer.statusCode() != ALREADY_THERE) {
            GROUP_IDS.put(parentPath + "/" + name, read(answer).get("id").asText());
        }
    }

    private String groupId(String path) {
        return GROUP_IDS.computeIfAbsent(
                path, unknown -> get("/group-by-path" + unknown).get("id").asText());
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

    void deleteUsersOf(String realm) {
        String users = "/" + realm + "/users";
        send(adminOf(users).GET())
                .forEach(user ->
                        send(adminOf(users + "/" + user.required("id").asText()).DELETE()));
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

    private static JsonNode send(HttpRequest.Builder request) {
        return read(exchange(request));
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("Keycloak answered " + response.statusCode() + " to "
                    + response.request().uri() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body().isBlank() ? "null" : response.body());
        } catch (IOException unreadable) {
            throw new IllegalStateException("Keycloak's answer is no JSON", unreadable);
        }
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException("Keycloak does not answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
