package io.leasehold.sim.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a committed table: a header line, values without quotes, {@code #} starts a comment line. */
public final class Csv {
    private Csv() {}

    /** One line, by the names of its columns. */
    public record Row(Map<String, String> values) {

        /** @throws IllegalStateException when the table has no such column */
        public String text(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalStateException("the table has no column " + column);
            }
            return value;
        }

        public int number(String column) {
            return Integer.parseInt(text(column));
        }
    }

    /** @param neighbour the class beside whose package the resource lies */
    public static List<Row> resource(Class<?> neighbour, String name) {
        InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            return rows(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(List<String> lines) {
        String[] columns = lines.getFirst().split(",", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            if (values.length != columns.length) {
                throw new IllegalStateException("a row has not the columns of its table: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], values[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }
}
