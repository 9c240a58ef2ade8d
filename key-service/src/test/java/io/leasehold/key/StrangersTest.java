package io.leasehold.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.test.Keycloak;
import io.leasehold.test.OpenApiRoutes;
import io.leasehold.test.OpenApiRoutes.Route;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every route of the API description with everybody of one workspace and everything of another: an answer never differs from
 * the one about something that does not exist, and nothing of the other workspace is in it or changed by it. A new route is
 * walked as soon as it is described.
 */
@QuarkusTest
class StrangersTest {
    private static final List<String> ROLES = List.of("viewer", "operator", "admin", "node");
    private static final List<String> SERVICES = List.of("gateway", "distribution-service", "usage-collector");
    /** Those of which it is known here what exists. */
    private static final List<String> SCOPES = List.of("key", "domain", "workspace");

    private static final int AT_ONCE = 6;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern VARYING = Pattern.compile("\"(request_id|uptime_seconds)\":(\"[^\"]*\"|\\d+)");

    private final List<Route> routes = new OpenApiRoutes().all();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Keycloak keycloak = new Keycloak();
    private final TestWorkspace theirs = TestWorkspace.fresh();
    private final TestWorkspace own = TestWorkspace.fresh();
    private final KeyApi owner = KeyApi.as(theirs, "admin");
    /** What is theirs, and for each of it something alike that nobody has. */
    private final Map<String, String> twins = new LinkedHashMap<>();

    private final List<String> addresses = new ArrayList<>();

    /** What the examples say would add people of the demo, and is no secret that could be one. */
    @BeforeEach
    void nameOwnPeopleAndSecrets() {
        own.token("viewer");
        Map<String, String> better = Map.of("user", own.slug() + "-viewer", "secret", "sk-ant-api03-of-a-stranger");
        for (Route route : routes) {
            better.forEach((property, value) -> {
                if (route.body() != null && route.body().has(property)) {
                    route.body().put(property, value);
                }
            });
        }
        // Either of secret and source is asked for, so that the description asks for neither.
        routes.stream()
                .filter(route -> route.toString().equals("POST /api/v1/keys"))
                .forEach(route -> route.body().put("secret", better.get("secret")));
    }

    @BeforeEach
    void fillTheirs() {
        String domain = "d" + UUID.randomUUID() + ".example.com";
        UUID account = owner.addAccountWithoutCredential();
        UUID key = owner.addUnverifiedKey(account);
        String keyName = owner.read("/api/v1/keys/" + key, "name");
        String domainId = post("/api/v1/domains", Map.of("name", domain));
        // Not of the key: what is spent of it may be told by a distribution-service that is tested just now.
        String limits = "/api/v1/limits/domain/" + domainId;
        owner.call()
                .body("{\"limits\":[{\"period\":\"month\",\"amount\":\"7\"}]}")
                .put(limits)
                .then()
                .statusCode(200);
        String raise = post(
                limits + "/raises",
                Map.of(
                        "period", "month",
                        "amount", "3",
                        "reason", "canary",
                        "approver", "canary",
                        "ends_at", Instant.now().plus(Duration.ofDays(1)).toString()));
        String member = owner.read("/api/v1/members/" + theirs.slug() + "-admin", "id");
        String token = post("/api/v1/tokens", Map.of("name", KeyApi.anyName(), "role", "viewer"));
        for (String id : List.of(
                account.toString(),
                token,
                key.toString(),
                domainId,
                raise,
                member,
                theirs.id().toString())) {
            twins.put(id, UUID.randomUUID().toString());
        }
        for (String name : List.of(keyName, domain, theirs.slug(), theirs.slug() + "-admin")) {
            twins.put(name, alike(name));
        }
        addresses.addAll(List.of(
                "/api/v1/provider-accounts/" + account,
                "/api/v1/keys/" + key,
                "/api/v1/domains/" + domainId,
                limits,
                limits + "/raises/" + raise,
                "/api/v1/members/" + member,
                "/api/v1/tokens/" + token,
                "/api/v1/workspaces/" + theirs.slug()));
    }

    @Test
    void whatIsAnothersIsAsIfItWereNot() throws Exception {
        Map<String, String> before = snapshot();

        List<String> leaks = allAtOnce(routes.stream()
                .<Callable<List<String>>>map(route -> () -> strangersAt(route).stream()
                        .flatMap(stranger -> walk(route, stranger).stream())
                        .toList())
                .toList());

        assertThat(leaks).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void anotherWorkspacesNameOpensNothingAndIsAnsweredAsAnyMadeUpOne() throws Exception {
        List<String> differences = allAtOnce(routes.stream()
                .<Callable<List<String>>>map(route -> () -> differencesByName(route))
                .toList());

        assertThat(differences).isEmpty();
    }

    private List<Stranger> strangersAt(Route route) {
        Stream<Stranger> services =
                route.path().startsWith("/internal/") ? SERVICES.stream().map(this::asService) : Stream.empty();
        return Stream.concat(ROLES.stream().map(this::as), services).toList();
    }

    private List<String> differencesByName(Route route) {
        String address =
                route.path().replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
        List<String> found = new ArrayList<>();
        for (String role : ROLES) {
            Answer theirAnswer = send(new Call(route, inWorkspace(role, theirs.slug()), address, "", null));
            Answer noAnswer = send(new Call(route, inWorkspace(role, "never-made"), address, "", null));
            if (!theirAnswer.normal(theirs.slug()).equals(noAnswer.normal("never-made"))) {
                found.add("%s as %s: %s instead of %s".formatted(route, role, theirAnswer, noAnswer));
            }
        }
        return found;
    }

    /** Routes beside each other, as there are many; what is compared is asked one after the other. */
    private static List<String> allAtOnce(List<Callable<List<String>>> walks) throws Exception {
        List<String> found = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<List<String>> walk : threads.invokeAll(walks)) {
                found.addAll(walk.get());
            }
        }
        return found;
    }

    /** Of the same length and shape, as some texts can be read as an id and others can't. */
    private static String alike(String name) {
        SecureRandom random = new SecureRandom();
        return name.chars()
                .mapToObj(character -> Character.digit(character, 16) < 0
                        ? Character.toString(character)
                        : Integer.toHexString(random.nextInt(16)))
                .collect(Collectors.joining());
    }

    /** @param query what they send with every call */
    private record Stranger(String slug, Supplier<String> token, String query) {}

    private record Call(Route route, Stranger stranger, String address, String query, JsonNode body) {}

    private record Answer(int status, String text) {
        String normal(String named) {
            String normal = text.replace(named, "…");
            normal = VARYING.matcher(normal).replaceAll("");
            normal = TIME.matcher(normal).replaceAll("T");
            return status + " " + ID.matcher(normal).replaceAll("…");
        }
    }

    private List<String> walk(Route route, Stranger stranger) {
        List<String> leaks = new ArrayList<>();
        twins.forEach((thing, twin) -> addressesOf(route, thing, twin).forEach((address, twinAddress) -> {
            Call plain = new Call(route, stranger, address, "", route.body());
            Call twinPlain = new Call(route, stranger, twinAddress, "", route.body());
            leaks.addAll(compare(plain, twinPlain, thing, twin));
            if (route.parameters().isEmpty()) {
                for (String query : route.queries()) {
                    leaks.addAll(compare(
                            new Call(route, stranger, address, query + "=" + thing, route.body()),
                            new Call(route, stranger, address, query + "=" + twin, route.body()),
                            thing,
                            twin));
                }
            }
            for (String id : idsIn(route.body())) {
                leaks.addAll(compare(
                        new Call(route, stranger, address, "", with(route.body(), id, thing)),
                        new Call(route, stranger, twinAddress, "", with(route.body(), id, twin)),
                        thing,
                        twin));
            }
        }));
        return leaks;
    }

    /** With the thing at the place of every parameter in turn, and what nobody has at all others. */
    private Map<String, String> addressesOf(Route route, String thing, String twin) {
        Map<String, String> addresses = new LinkedHashMap<>();
        List<String> parameters = route.parameters();
        if (parameters.isEmpty()) {
            addresses.put(route.path(), route.path());
        }
        for (String scope : parameters.contains("scope") ? SCOPES : List.of("")) {
            String path = route.path().replace("{scope}", scope);
            for (String parameter : parameters) {
                String nobody = UUID.nameUUIDFromBytes(parameter.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString();
                addresses.put(
                        path.replace("{" + parameter + "}", thing).replaceAll("\\{[a-z_]+}", nobody),
                        path.replace("{" + parameter + "}", twin).replaceAll("\\{[a-z_]+}", nobody));
            }
            addresses.put(path.replaceAll("\\{[a-z_]+}", thing), path.replaceAll("\\{[a-z_]+}", twin));
        }
        return addresses;
    }

    private List<String> compare(Call call, Call twinCall, String thing, String twin) {
        return differences(call.route(), send(call), send(twinCall), thing, twin);
    }

    private List<String> differences(Route route, Answer answer, Answer twinAnswer, String thing, String twin) {
        List<String> found = new ArrayList<>();
        // What is made once can't be made twice: the second of both says so. Lists grow meanwhile: they name nothing of
        // others.
        boolean mayDiffer = answer.status() == 201
                || twinAnswer.status() == 201
                || (answer.status() == 200
                        && twinAnswer.status() == 200
                        && route.parameters().isEmpty());
        if (!mayDiffer && !answer.normal(thing).equals(twinAnswer.normal(twin))) {
            found.add("%s with %s: %s instead of %s"
                    .formatted(route, thing, answer.normal(thing), twinAnswer.normal(twin)));
        }
        // Nor is it a comparison where there are too many of them.
        if (answer.status() == 500 || answer.status() == 429) {
            found.add(route + " fails: " + answer);
        }
        String rest = answer.text().replace(thing, "");
        twins.keySet().stream()
                .filter(other -> !thing.contains(other) && rest.contains(other))
                .forEach(other -> found.add(route + " tells of " + other + ": " + rest));
        return found;
    }

    private Answer send(Call call) {
        Stranger stranger = call.stranger();
        String query = Stream.of(stranger.query(), call.query())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        URI address = URI.create("http://localhost:" + RestAssured.port + call.address() + "?" + query);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("leasehold-workspace", stranger.slug())
                .header("authorization", "Bearer " + stranger.token().get())
                .header("content-type", "application/json")
                .method(
                        call.route().method(),
                        call.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(call.body().toString()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(call.route().toString(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Stranger as(String role) {
        return inWorkspace(role, own.slug());
    }

    private Stranger inWorkspace(String role, String slug) {
        return new Stranger(slug, () -> role.equals("node") ? own.nodeToken("node-1") : own.token(role), "");
    }

    private Stranger asService(String service) {
        return new Stranger(own.slug(), () -> keycloak.clientToken(service), "version=1&workspace=" + own.id());
    }

    private Map<String, String> snapshot() {
        Map<String, String> answers = new HashMap<>();
        for (String address : addresses) {
            answers.put(
                    address,
                    owner.call().get(address).then().statusCode(200).extract().asString());
        }
        return answers;
    }

    private String post(String path, Map<String, Object> body) {
        return owner.call()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> idsIn(ObjectNode body) {
        List<String> ids = new ArrayList<>();
        if (body != null) {
            body.fieldNames().forEachRemaining(name -> {
                if (OpenApiRoutes.isId(name)) {
                    ids.add(name);
                }
            });
        }
        return ids;
    }

    private static ObjectNode with(ObjectNode body, String property, String value) {
        ObjectNode changed = body.deepCopy();
        changed.put(property, value);
        return changed;
    }
}
