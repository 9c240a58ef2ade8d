package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.output.Column;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What providers said of an interval, as a line. */
final class Figures {
    private static final String NOTHING = "-";

    static final Column COST = new Column("COST", Figures::cost);
    static final Column REQUESTS = new Column("REQUESTS", row -> sum(row, "requests"));
    static final Column INPUT = new Column("INPUT", row -> sum(row, "input"));
    static final Column OUTPUT = new Column("OUTPUT", row -> sum(row, "output"));

    private Figures() {}

    /** By currency, as it was billed; {@code leasehold costs} says what that is in USD. */
    private static String cost(JsonNode row) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        row.path("costs")
                .forEach(cost -> amounts.merge(
                        cost.path("currency").asText(),
                        new BigDecimal(cost.path("amount").asText()),
                        BigDecimal::add));
        return amounts.isEmpty()
                ? NOTHING
                : amounts.entrySet().stream()
                        .map(amount -> amount.getValue().toPlainString() + " " + Column.harmless(amount.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /** Of what is told; nothing where nothing is. */
    private static String sum(JsonNode row, String field) {
        boolean told = false;
        long sum = 0;
        for (JsonNode sample : row.path("samples")) {
            told |= sample.hasNonNull(field);
            sum += sample.path(field).asLong();
        }
        return told ? Long.toString(sum) : NOTHING;
    }
}
