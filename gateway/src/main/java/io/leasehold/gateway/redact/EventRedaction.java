package io.leasehold.gateway.redact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Server-sent events: those that are JSON are looked at together, since a text may come in pieces, everything else by itself. */
final class EventRedaction {
    static final String DATA = "data:";

    private final Documents documents;
    private final Function<String, @Nullable JsonNode> reader;
    private final UnaryOperator<String> others;
    private final List<Part> parts = new ArrayList<>();

    /**
     * Lines that belong together.
     *
     * @param document what they say; null where it is no JSON
     * @param number of the document
     */
    private record Part(List<String> lines, @Nullable JsonNode document, int number) {}

    /**
     * @param reader gives the document that a text is; null for none
     * @param others what is done with lines that are none
     */
    EventRedaction(Redaction redaction, Function<String, @Nullable JsonNode> reader, UnaryOperator<String> others) {
        this.documents = new Documents(redaction);
        this.reader = reader;
        this.others = others;
    }

    /** What comes after the last whole line is left out. */
    String apply(String body) {
        List<String> lines = new ArrayList<>(body.lines().toList());
        if (!lines.isEmpty() && !body.endsWith("\n") && !body.endsWith("\r")) {
            lines.removeLast();
        }
        int from = 0;
        while (from < lines.size()) {
            int to = endOfData(lines, from);
            read(lines.subList(from, to));
            from = to;
        }
        Set<Integer> changed = documents.redact();
        StringBuilder told = new StringBuilder(body.length());
        parts.forEach(part -> tell(part, changed, told));
        return told.toString();
    }

    /** A document may be written over several lines, each of which says that it is data. */
    private static int endOfData(List<String> lines, int from) {
        int to = from;
        while (to < lines.size() && lines.get(to).startsWith(DATA)) {
            to++;
        }
        return Math.max(to, from + 1);
    }

    private void read(List<String> lines) {
        JsonNode document = lines.getFirst().startsWith(DATA)
                ? reader.apply(lines.stream()
                        .map(line -> line.substring(DATA.length()))
                        .collect(Collectors.joining("\n")))
                : null;
        if (document != null) {
            parts.add(new Part(lines, document, documents.add(document)));
        } else if (lines.size() > 1) {
            lines.forEach(line -> read(List.of(line)));
        } else {
            parts.add(new Part(lines, null, -1));
        }
    }

    private void tell(Part part, Set<Integer> changed, StringBuilder told) {
        if (part.document == null) {
            part.lines.forEach(line -> told.append(others.apply(line)).append('\n'));
        } else if (changed.contains(part.number)) {
            told.append(DATA).append(' ').append(part.document).append('\n');
        } else {
            part.lines.forEach(line -> told.append(line).append('\n'));
        }
    }
}
