package io.leasehold.sim.http;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Query parameters, read strictly: what does not parse is an {@link InvalidRequest}. */
public final class Query {
    private final MultiMap parameters;

    public Query(MultiMap parameters) {
        this.parameters = parameters;
    }

    /** The value, if there is one that is not empty. */
    public Optional<String> one(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** All values of {@code name[]=a&name[]=b}, or of the form without brackets. */
    public List<String> many(String name) {
        return Stream.concat(parameters.getAll(name + "[]").stream(), parameters.getAll(name).stream())
                .toList();
    }

    public int number(String name, int otherwise, int min, int max) {
        Optional<String> value = one(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        int number = parse(name, value.get());
        if (number < min || number > max) {
            throw new InvalidRequest(name + ": Input should be between " + min + " and " + max);
        }
        return number;
    }

    public boolean flag(String name) {
        return one(name).map("true"::equals).orElse(false);
    }

    public Optional<Instant> instant(String name) {
        return one(name).map(value -> instant(name, value));
    }

    public Instant requiredInstant(String name) {
        return instant(name).orElseThrow(() -> new InvalidRequest(name + ": Field required"));
    }

    private static int parse(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new InvalidRequest(name + ": Input should be a valid integer");
        }
    }

    private static Instant instant(String name, String value) {
        try {
            // A plus sign that was not escaped arrives as a blank.
            return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidRequest(name + ": Input should be a valid RFC 3339 time");
        }
    }
}
