package io.leasehold.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Shows results in the format that was asked for. */
public final class Printer {
    private final PrintWriter out;
    private final Format format;
    private final Colours colours;

    public Printer(PrintWriter out, Format format, boolean coloured) {
        this.out = out;
        this.format = format;
        this.colours = coloured ? Colours.ON : Colours.OFF;
    }

    public void list(List<JsonNode> rows, List<Column> columns) {
        if (format == Format.TABLE) {
            new Table(columns, colours).lines(rows).forEach(out::println);
            out.flush();
        } else {
            document(JsonNodeFactory.instance.arrayNode().addAll(rows));
        }
    }

    public void item(JsonNode thing) {
        if (format == Format.TABLE) {
            new Table(List.of(), colours).fields(thing).forEach(out::println);
            out.flush();
        } else {
            document(thing);
        }
    }

    /** A thing with a list in it, which people see as a table below the rest. */
    public void item(JsonNode thing, String list, List<Column> columns) {
        if (format != Format.TABLE) {
            document(thing);
            return;
        }
        ObjectNode rest = thing.deepCopy();
        rest.remove(list);
        item(rest);
        out.println();
        List<JsonNode> rows = new ArrayList<>();
        thing.path(list).forEach(rows::add);
        list(rows, columns);
    }

    private void document(JsonNode document) {
        try {
            out.println(
                    format == Format.YAML
                            ? Yaml.write(document)
                            : new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
