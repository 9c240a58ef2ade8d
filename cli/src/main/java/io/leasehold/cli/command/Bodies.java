package io.leasehold.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request bodies; what was not given is left out, so that the API's own defaults hold. */
public final class Bodies {
    private Bodies() {}

    public static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static void put(ObjectNode body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    public static void put(ObjectNode body, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = body.putArray(field);
            values.forEach(array::add);
        }
    }

    public static void put(ObjectNode body, String field, @Nullable Boolean value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    /** Of a change, which must change something. */
    public static ObjectNode notEmpty(ObjectNode body) {
        if (body.isEmpty()) {
            throw Failure.wrongUse("Say what to change; see --help.");
        }
        return body;
    }
}
