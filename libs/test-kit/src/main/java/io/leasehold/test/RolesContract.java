package io.leasehold.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every route of a service's API description with everyone who could knock at it. Each service says in its own test who gets
 * in; routes are written as they are described, such as {@code GET /api/v1/keys/{key}}.
 */
public abstract class RolesContract {
    protected static final List<String> EVERYBODY = List.of(
            "viewer",
            "operator",
            "admin",
            "node",
            "stranger",
            "domain-admin",
            "platform-admin",
            "api-token",
            "gateway",
            "distribution-service",
            "usage-collector");

    /** Their tokens are for some services only; the others don't even know who calls. */
    private static final Set<String> SERVICES = Set.of("gateway", "distribution-service", "usage-collector");

    protected static final Set<String> PEOPLE = Set.of("viewer", "operator", "admin");
    protected static final Set<String> OPERATORS = Set.of("operator", "admin");
    protected static final Set<String> ADMINS = Set.of("admin");
    protected static final Set<String> NODES = Set.of("node");
    protected static final Set<String> PLATFORM_ADMINS = Set.of("platform-admin");

    private static final String DOMAIN = "app.example.com";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Keycloak keycloak = new Keycloak();
    private final Map<String, String> tokens = new HashMap<>();
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestWorkspace elsewhere = TestWorkspace.fresh();
    private final String apiToken = workspace.apiToken("admin");

    /** Who gets past the door; a platform admin goes wherever an admin does. What they find behind it is another matter. */
    protected abstract Map<String, Set<String>> allowed();

    /** Where a role in one domain is enough; the one who knocks is the domain's admin. */
    protected Set<String> openInDomains() {
        return Set.of();
    }

    /** Where an API token gets nowhere, whatever its role; elsewhere it is as good as a person. */
    protected Set<String> closedToApiTokens() {
        return Set.of();
    }

    /** Where nobody has to say who they are, because something else opens the door. */
    protected Set<String> openToEverybody() {
        return Set.of();
    }

    /** Where it takes a right body to see who may send it. */
    protected Map<String, String> bodies() {
        return Map.of();
    }

    @Test
    void everyRouteIsOpenToThoseWhoMayAndToNobodyElse() {
        workspace.makeDomainGroups(DOMAIN);
        String anyRoute = allowed().keySet().iterator().next();
        Await.untilAsserted(() -> assertThat(call(anyRoute, apiToken, "{}")).isNotEqualTo(401));

        assertSoftly(softly -> allowed()
                .forEach((route, allowed) ->
                        EVERYBODY.forEach(who -> check(softly, route, who, mayPass(route, who, allowed)))));
    }

    @Test
    void noRouteIsOpenWithoutAToken() {
        assertSoftly(softly -> allowed()
                .keySet()
                .forEach(route ->
                        softly.assertThat(call(route, null, "{}")).as(route).isEqualTo(401)));
    }

    /** A new route needs a line in the service's test. */
    @Test
    void noRouteIsForgotten() throws IOException {
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi.yaml").toFile())
                .path("paths");
        Set<String> routes = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        routes.remove("GET /api/v1/info");
        routes.removeAll(openToEverybody());

        assertThat(routes).isEqualTo(new TreeSet<>(allowed().keySet()));
    }

    private boolean mayPass(String route, String who, Set<String> allowed) {
        if (who.equals("api-token") && closedToApiTokens().contains(route)) {
            return false;
        }
        return allowed.contains(who)
                || (who.equals("api-token") && allowed.contains("admin"))
                || (who.equals("platform-admin") && allowed.contains("admin"))
                || (who.equals("domain-admin") && openInDomains().contains(route));
    }

    private void check(SoftAssertions softly, String route, String who, boolean allowed) {
        // What a platform admin sends is not as it should be: otherwise it would be done.
        String body = who.equals("platform-admin") ? "{}" : bodies().getOrDefault(route, "{}");
        int status = call(route, token(who), body);
        if (allowed) {
            softly.assertThat(status).as("%s as %s", route, who).isNotIn(401, 403, 500);
        } else {
            Integer[] refusals = SERVICES.contains(who) ? new Integer[] {401, 403} : new Integer[] {403};
            softly.assertThat(status).as("%s as %s", route, who).isIn((Object[]) refusals);
        }
    }

    private String token(String who) {
        return tokens.computeIfAbsent(who, this::askToken);
    }

    private String askToken(String who) {
        return switch (who) {
            case "viewer", "operator", "admin" -> workspace.token(who);
            case "node" -> workspace.nodeToken("node-1");
            case "stranger" -> elsewhere.token("admin");
            case "domain-admin" -> workspace.domainToken(DOMAIN, "admin");
            case "api-token" -> apiToken;
            case "platform-admin" -> keycloak.demoUserToken("ada");
            default -> keycloak.clientToken(who);
        };
    }

    private int call(String route, @Nullable String token, String body) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{scope}", "key")
                .replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
        String query = "?version=1&workspace=" + workspace.id();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + path + query))
                .header("leasehold-workspace", workspace.slug())
                .header("content-type", "application/json")
                .method(parts[0], parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                if (!isEndless(answer)) {
                    content.readAllBytes();
                }
            }
            return answer.statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(route, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isEndless(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }
}
