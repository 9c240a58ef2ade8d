package io.leasehold.sim.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds who answers a method and path. {@code {name}} in a template stands for one segment; the rest is exact. */
public final class Routes {
    private final Map<String, Consumer<Exchange>> exact = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private record Template(HttpMethod method, String[] segments, Consumer<Exchange> answer) {}

    /** Who answers, and the call as it will see it. */
    private record Match(Exchange exchange, Consumer<Exchange> answer) {}

    public Routes on(HttpMethod method, String path, Consumer<Exchange> answer) {
        if (path.contains("{")) {
            templates.add(new Template(method, path.split("/"), answer));
        } else {
            exact.put(method.name() + path, answer);
        }
        return this;
    }

    /**
     * Answers a call.
     *
     * @param path without the provider's prefix
     * @param nowhere the error of a call that no route answers
     */
    public void answer(
            HttpServerRequest request, String path, long serial, Guard guard, Supplier<RuntimeException> nowhere) {
        Optional<Match> match = find(request, path, serial);
        Exchange exchange = match.map(Match::exchange).orElseGet(() -> unrouted(request, serial));
        guard.run(exchange, () -> match.orElseThrow(nowhere).answer().accept(exchange));
    }

    /** A call that no route answers. */
    public static Exchange unrouted(HttpServerRequest request, long serial) {
        return new Exchange(request, serial, Map.of());
    }

    private Optional<Match> find(HttpServerRequest request, String path, long serial) {
        Consumer<Exchange> answer = exact.get(request.method().name() + path);
        if (answer != null) {
            return Optional.of(new Match(new Exchange(request, serial, Map.of()), answer));
        }
        String[] segments = path.split("/");
        for (Template template : templates) {
            Map<String, String> variables =
                    template.method().equals(request.method()) ? match(template.segments(), segments) : null;
            if (variables != null) {
                return Optional.of(new Match(new Exchange(request, serial, variables), template.answer()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Map<String, String> match(String[] template, String[] path) {
        if (template.length != path.length) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.length; i++) {
            if (template[i].startsWith("{")) {
                variables.put(template[i].substring(1, template[i].length() - 1), path[i]);
            } else if (!template[i].equals(path[i])) {
                return null;
            }
        }
        return variables;
    }
}
