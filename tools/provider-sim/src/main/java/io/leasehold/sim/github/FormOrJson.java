package io.leasehold.sim.github;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.JsonFields;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A body that may be a form or JSON; the answer is a form too unless JSON is asked for. */
record FormOrJson(Map<String, String> fields) {
    private static final String JSON = "application/json";

    static FormOrJson of(Exchange exchange, Buffer body) {
        Map<String, String> fields = new HashMap<>();
        if (header(exchange, "content-type").startsWith(JSON)) {
            JsonFields.of(body)
                    .fields()
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            return new FormOrJson(fields);
        }
        for (String pair : body.toString(StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return new FormOrJson(fields);
    }

    /** A field's value; empty where there is none. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    static void answer(Exchange exchange, Map<String, Object> answer) {
        if (header(exchange, "accept").contains(JSON)) {
            exchange.json(200, answer);
            return;
        }
        String form = answer.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
        exchange.response()
                .putHeader("content-type", "application/x-www-form-urlencoded; charset=utf-8")
                .end(form);
    }

    private static String header(Exchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.header(name), "");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
