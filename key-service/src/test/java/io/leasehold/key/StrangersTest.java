package io.leasehold.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.test.Keycloak;
import io.leasehold.test.OpenApiRoutes;
import io.leasehold.test.OpenApiRoutes.Route;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every route of the API description with everybody of one workspace and everything of another: an answer never differs from
 * the one about something that does not exist, and nothing of the other workspace is in it or changed by it. A new route is
 * walked as soon as it is described.
 */
@QuarkusTest
class StrangersTest {
    private static final List<String> STRANGERS = List.of("viewer", "operator", "admin", "node");
    private static final List<String> SERVICES = List.of("gateway", "distribution-service", "usage-collector");
    /** Those of which it is known here what exists. */
    private static final List<String> SCOPES = List.of("key", "domain", "workspace");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern REQUEST_ID = Pattern.compile("\"request_id\":\"[^\"]*\"");

    private final List<Route> routes = new OpenApiRoutes().all();
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
    }

    @BeforeEach
    void fillTheirs() {
        String domain = "d" + UUID.randomUUID() + ".example.com";
        UUID account = owner.addAccountWithoutCredential();
        UUID key = owner.addUnverifiedKey(account);
        String keyName = owner.read("/api/v1/keys/" + key, "name");
        String domainId = post("/api/v1/domains", Map.of("name", domain));
        String limits = "/api/v1/limits/key/" + key;
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
    void whatIsAnothersIsAsIfItWereNot() {
        Map<String, String> before = snapshot();
        List<String> leaks = new ArrayList<>();

        for (Route route : routes) {
            for (String stranger : STRANGERS) {
                leaks.addAll(walk(route, () -> as(stranger)));
            }
            if (route.path().startsWith("/internal/")) {
                SERVICES.forEach(service -> leaks.addAll(walk(route, () -> asService(service))));
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void anotherWorkspacesNameOpensNothingAndIsAnsweredAsAnyMadeUpOne() {
        for (Route route : routes) {
            String address =
                    route.path().replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
            for (String stranger : STRANGERS) {
                Response theirAnswer = send(route, inWorkspace(stranger, theirs.slug()), address, null);
                Response noAnswer = send(route, inWorkspace(stranger, "never-made"), address, null);

                assertThat(normal(theirAnswer, theirs.slug()))
                        .as("%s as %s", route, stranger)
                        .isEqualTo(normal(noAnswer, "never-made"));
            }
        }
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

    /** One who calls; made anew for every call. */
    private interface Knock {
        RequestSpecification open();
    }

    private List<String> walk(Route route, Knock knock) {
        List<String> leaks = new ArrayList<>();
        twins.forEach((thing, twin) -> addressesOf(route, thing, twin).forEach((address, twinAddress) -> {
            leaks.addAll(compare(route, knock, address, twinAddress, thing, twin, route.body(), route.body()));
            if (route.parameters().isEmpty()) {
                for (String query : route.queries()) {
                    leaks.addAll(compare(
                            route,
                            () -> knock.open().queryParam(query, thing),
                            () -> knock.open().queryParam(query, twin),
                            address,
                            thing,
                            twin));
                }
            }
            idsIn(route.body())
                    .forEach(id -> leaks.addAll(compare(
                            route,
                            knock,
                            address,
                            twinAddress,
                            thing,
                            twin,
                            with(route.body(), id, thing),
                            with(route.body(), id, twin))));
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

    private List<String> compare(
            Route route,
            Knock knock,
            String address,
            String twinAddress,
            String thing,
            String twin,
            JsonNode body,
            JsonNode twinBody) {
        Response answer = send(route, knock.open(), address, body);
        Response twinAnswer = send(route, knock.open(), twinAddress, twinBody);
        return differences(route, answer, twinAnswer, thing, twin);
    }

    private List<String> compare(Route route, Knock knock, Knock twinKnock, String address, String thing, String twin) {
        return differences(
                route,
                send(route, knock.open(), address, route.body()),
                send(route, twinKnock.open(), address, route.body()),
                thing,
                twin);
    }

    private List<String> differences(Route route, Response answer, Response twinAnswer, String thing, String twin) {
        List<String> found = new ArrayList<>();
        // What is made once can't be made twice: the second of both says so. Lists grow meanwhile: they name nothing of
        // others.
        boolean mayDiffer = answer.statusCode() == 201
                || twinAnswer.statusCode() == 201
                || (answer.statusCode() == 200
                        && twinAnswer.statusCode() == 200
                        && route.parameters().isEmpty());
        if (!mayDiffer && !normal(answer, thing).equals(normal(twinAnswer, twin))) {
            found.add("%s with %s: %s instead of %s"
                    .formatted(route, thing, normal(answer, thing), normal(twinAnswer, twin)));
        }
        if (answer.statusCode() == 500) {
            found.add(route + " fails: " + answer.asString());
        }
        String rest = answer.asString().replace(thing, "");
        twins.keySet().stream()
                .filter(other -> !thing.contains(other) && rest.contains(other))
                .forEach(other -> found.add(route + " tells of " + other + ": " + rest));
        return found;
    }

    private static Response send(Route route, RequestSpecification caller, String address, JsonNode body) {
        if (body != null) {
            caller.body(body.toString());
        }
        return caller.request(Method.valueOf(route.method()), address);
    }

    private static String normal(Response response, String named) {
        String text = response.asString().replace(named, "…");
        text = REQUEST_ID.matcher(text).replaceAll("");
        text = TIME.matcher(text).replaceAll("T");
        return response.statusCode() + " " + ID.matcher(text).replaceAll("…");
    }

    private RequestSpecification as(String role) {
        return inWorkspace(role, own.slug());
    }

    private RequestSpecification inWorkspace(String role, String slug) {
        String token = role.equals("node") ? own.nodeToken("node-1") : own.token(role);
        return given().header("leasehold-workspace", slug).auth().oauth2(token).contentType(ContentType.JSON);
    }

    private RequestSpecification asService(String service) {
        return given().queryParam("workspace", own.id())
                .queryParam("version", 1)
                .auth()
                .oauth2(keycloak.clientToken(service))
                .contentType(ContentType.JSON);
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
