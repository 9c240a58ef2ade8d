package io.leasehold.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Aligned columns, without blanks at the end of a line. */
final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final Colours colours;

    Table(List<Column> columns, Colours colours) {
        this.columns = columns;
        this.colours = colours;
    }

    List<String> lines(List<JsonNode> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::title).toList());
        rows.forEach(row -> cells.add(
                columns.stream().map(column -> column.value().apply(row)).toList()));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            widths.add(Collections.max(
                    cells.stream().map(line -> width(line.get(at))).toList()));
        }
        return cells.stream().map(line -> join(line, widths)).toList();
    }

    private String join(List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            String cell = line.get(column);
            text.append(colours.of(cell));
            if (column < line.size() - 1) {
                text.append(" ".repeat(widths.get(column) - width(cell))).append(GAP);
            }
        }
        return text.toString();
    }

    /** One thing: its fields, one a line. */
    List<String> fields(JsonNode thing) {
        int width = thing.properties().stream()
                .mapToInt(field -> field.getKey().length())
                .max()
                .orElse(0);
        return thing.properties().stream()
                .map(field -> field.getKey()
                        + " ".repeat(width - field.getKey().length())
                        + GAP
                        + colours.of(Column.text(field.getValue())))
                .collect(Collectors.toList());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
