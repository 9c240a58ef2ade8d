package io.leasehold.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a call; what is null is left out. */
public final class Query {
    private final List<String> parameters = new ArrayList<>();

    public Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name + "=" + URLEncoder.encode(value.toString(), UTF_8));
        }
        return this;
    }

    /** These and one more; this stays as it is. */
    public Query and(String name, @Nullable Object value) {
        return copy().with(name, value);
    }

    private Query copy() {
        Query copy = new Query();
        copy.parameters.addAll(parameters);
        return copy;
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
}
