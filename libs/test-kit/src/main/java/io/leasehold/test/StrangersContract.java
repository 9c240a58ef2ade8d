package io.leasehold.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.test.OpenApiRoutes.Route;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every route of a service's API description with everybody of one workspace and everything of another: an answer never
 * differs from the one about something that does not exist, and nothing of the other workspace is in it or changed by it. A
 * new route is walked as soon as it is described.
 */
public abstract class StrangersContract {
    private static final List<String> STRANGERS = List.of("viewer", "operator", "admin", "node");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern VARYING = Pattern.compile("\"(request_id|uptime_seconds|ttl)\":(\"[^\"]*\"|\\d+)");
    private static final String PLACE = "\\{[a-z_]+}";

    private final List<Route> routes = new OpenApiRoutes()
            .all().stream().filter(route -> !counted().contains(route.path())).toList();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestWorkspace theirs = TestWorkspace.fresh();
    private final TestWorkspace own = TestWorkspace.fresh();
    /** What is theirs, and for each of it something alike that nobody has. */
    private final Map<String, String> twins = new LinkedHashMap<>();

    private List<String> addresses = List.of();

    /**
     * What there is in a workspace.
     *
     * @param names ids and names of what is there, such as nobody else has
     * @param addresses where its admin sees it; what is answered there stays as it is
     */
    public record Belongings(List<String> names, List<String> addresses) {}

    /** Fills a workspace with something of every kind, and waits until all of it is there. */
    protected abstract Belongings fill(TestWorkspace theirs);

    /** What can be at the place of {@code {scope}}; of each it is known here what exists. */
    protected List<String> scopes() {
        return List.of();
    }

    /** Paths at which it counts how often one knocks, so that answers differ by that; they have tests of their own. */
    protected Set<String> counted() {
        return Set.of();
    }

    /** Properties and query parameters that need another value than their examples have, so that a call can do what it does. */
    protected Map<String, String> values() {
        return Map.of();
    }

    @BeforeEach
    void fillTheirs() {
        Belongings belongings = fill(theirs);
        addresses = belongings.addresses();
        Set<String> names = new LinkedHashSet<>(belongings.names());
        names.add(theirs.id().toString());
        names.add(theirs.slug());
        names.forEach(name -> twins.put(name, alike(name)));
        for (Route route : routes) {
            ObjectNode body = route.body();
            if (body != null) {
                values().forEach((property, value) -> {
                    if (body.has(property)) {
                        body.put(property, value);
                    }
                });
            }
        }
    }

    @Test
    void whatIsAnothersIsAsIfItWereNot() {
        Map<String, String> before = snapshot();
        List<String> leaks = new ArrayList<>();

        for (Route route : routes) {
            for (String stranger : STRANGERS) {
                twins.forEach((thing, twin) -> knocks(route, thing).forEach(knock -> {
                    Knock other = knock.with(thing, twin);
                    leaks.addAll(differences(route, send(knock, stranger), send(other, stranger), thing, twin));
                }));
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void anotherWorkspacesNameOpensNothingAndIsAnsweredAsAnyMadeUpOne() {
        String madeUp = alike(theirs.slug());
        for (Route route : routes) {
            Knock knock = new Knock(
                    route.method(),
                    route.path().replaceAll(PLACE, UUID.randomUUID().toString()),
                    "",
                    null);
            for (String stranger : STRANGERS) {
                assertThat(send(knock, stranger, theirs.slug()).normal(theirs.slug()))
                        .as("%s as %s", route, stranger)
                        .isEqualTo(send(knock, stranger, madeUp).normal(madeUp));
            }
        }
    }

    /** Of the same length and shape, as some texts can be read as an id and others can't. */
    private static String alike(String name) {
        UUID random = UUID.randomUUID();
        String digits = (random.toString() + UUID.randomUUID()).replace("-", "");
        int[] next = {0};
        return name.chars()
                .mapToObj(character -> Character.digit(character, 16) < 0
                        ? Character.toString(character)
                        : Character.toString(digits.charAt(next[0]++ % digits.length())))
                .collect(Collectors.joining());
    }

    /** One call with something in it. */
    private record Knock(
            String method,
            String path,
            String query,
            @Nullable String body) {
        /** The same about something else. */
        Knock with(String thing, String other) {
            return new Knock(
                    method,
                    path.replace(thing, other),
                    query.replace(thing, other),
                    body == null ? null : body.replace(thing, other));
        }
    }

    /** With the thing at every place where one can be named, in turn, and what nobody has at all others. */
    private List<Knock> knocks(Route route, String thing) {
        List<Knock> knocks = new ArrayList<>();
        String body = route.body() == null ? null : route.body().toString();
        for (String path : paths(route, thing)) {
            knocks.add(new Knock(route.method(), path, "", body));
        }
        String nobodys = route.path()
                .replaceAll(PLACE, UUID.nameUUIDFromBytes(new byte[0]).toString());
        for (String query : route.queries()) {
            knocks.add(new Knock(route.method(), nobodys, query + "=" + encoded(thing), body));
        }
        ObjectNode sent = route.body();
        if (sent != null) {
            sent.fieldNames().forEachRemaining(name -> {
                if (OpenApiRoutes.isId(name)) {
                    ObjectNode naming = sent.deepCopy().put(name, thing);
                    knocks.add(new Knock(route.method(), nobodys, "", naming.toString()));
                }
            });
        }
        return knocks;
    }

    private Set<String> paths(Route route, String thing) {
        Set<String> paths = new LinkedHashSet<>();
        List<String> parameters = route.parameters();
        for (String scope : parameters.contains("scope") ? scopes() : List.of("")) {
            String path = route.path().replace("{scope}", scope);
            for (String parameter : parameters) {
                String nobody = UUID.nameUUIDFromBytes(parameter.getBytes(StandardCharsets.UTF_8))
                        .toString();
                paths.add(path.replace("{" + parameter + "}", encoded(thing)).replaceAll(PLACE, nobody));
            }
            paths.add(path.replaceAll(PLACE, encoded(thing)));
        }
        return paths;
    }

    private List<String> differences(Route route, Answer answer, Answer twinAnswer, String thing, String twin) {
        List<String> found = new ArrayList<>();
        // What is made once can't be made twice: the second of both says so. Lists grow meanwhile: they name nothing of
        // others.
        boolean made = answer.status() == 201 || twinAnswer.status() == 201;
        boolean lists = answer.status() == 200
                && twinAnswer.status() == 200
                && route.parameters().isEmpty();
        if (!made && !lists && !answer.normal(thing).equals(twinAnswer.normal(twin))) {
            found.add("%s with %s: %s instead of %s"
                    .formatted(route, thing, answer.normal(thing), twinAnswer.normal(twin)));
        }
        if (answer.status() == 500) {
            found.add(route + " fails: " + answer.body());
        }
        String rest = answer.body().replace(thing, "");
        twins.keySet().stream()
                .filter(other -> !thing.contains(other) && rest.contains(other))
                .forEach(other -> found.add(route + " tells of " + other + ": " + rest));
        return found;
    }

    private Map<String, String> snapshot() {
        Map<String, String> answers = new HashMap<>();
        for (String address : addresses) {
            Answer answer = send(new Knock("GET", address, "", null), theirs.token("admin"), theirs.slug(), true);
            assertThat(answer.status()).as(address).isEqualTo(200);
            answers.put(address, answer.timeless());
        }
        return answers;
    }

    private record Answer(int status, String body) {
        /** What differs from call to call, and what the caller named, is left out. */
        String normal(String named) {
            String text = new Answer(status, body.replace(named, "…")).timeless();
            return status + " " + ID.matcher(text).replaceAll("…");
        }

        String timeless() {
            return TIME.matcher(VARYING.matcher(body).replaceAll("")).replaceAll("T");
        }
    }

    private Answer send(Knock knock, String stranger) {
        return send(knock, stranger, own.slug());
    }

    private Answer send(Knock knock, String stranger, String slug) {
        String token = stranger.equals("node") ? own.nodeToken("node-1") : own.token(stranger);
        return send(knock, token, slug, false);
    }

    private Answer send(Knock knock, String token, String slug, boolean whole) {
        String query = knock.query().isEmpty() ? "" : "?" + knock.query();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + knock.path() + query))
                .header("authorization", "Bearer " + token)
                .header("leasehold-workspace", slug)
                .header("content-type", "application/json")
                .method(
                        knock.method(),
                        knock.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(knock.body()))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                boolean endless = answer.headers().map().getOrDefault("content-type", List.of()).stream()
                        .anyMatch(type -> type.startsWith("text/event-stream"));
                String body = endless && !whole ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(answer.statusCode(), body);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(knock.method() + " " + knock.path(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String thing) {
        return URLEncoder.encode(thing, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
