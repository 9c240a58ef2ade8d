package io.leasehold.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * @param title in capitals
 * @param value what a row says there
 */
public record Column(String title, Function<JsonNode, String> value) {
    private static final String NOTHING = "-";

    /** A field as it is. */
    public static Column of(String field) {
        return new Column(field.toUpperCase(Locale.ROOT).replace('_', ' '), row -> text(row.path(field)));
    }

    public static Column of(String title, String field) {
        return new Column(title, row -> text(row.path(field)));
    }

    /** A field of a thing within the row, such as {@code /account/name}. */
    public static Column at(String title, String pointer) {
        return new Column(title, row -> text(row.at(pointer)));
    }

    /** Lists with commas; what is not known or not there is a dash. */
    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty())) {
            return NOTHING;
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Column::text)
                    .collect(Collectors.joining(","));
        }
        return harmless(value.isContainerNode() ? value.toString() : value.asText());
    }

    /** Nothing that others wrote moves the cursor or colours the terminal. */
    public static String harmless(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
