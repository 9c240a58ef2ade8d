package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.command.Bodies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits as they are given on the command line: an amount in USD by period. */
public final class Limits {
    private Limits() {}

    /** @param limits such as {@code day=5.00}; amounts stay as they were typed, so that none is rounded here */
    public static void put(ObjectNode body, Map<String, String> limits, @Nullable String zone) {
        ArrayNode array = body.putArray("limits");
        limits.forEach((period, amount) -> {
            ObjectNode limit = array.addObject().put("period", period).put("amount", amount);
            Bodies.put(limit, "zone", zone);
        });
    }
}
