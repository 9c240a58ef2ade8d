package io.leasehold.key.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Audit entries as lines of an export. */
final class EntryLines {
    private static final List<String> COLUMNS = List.of(
            "seq",
            "at",
            "actor",
            "actor_id",
            "action",
            "target_type",
            "target",
            "result",
            "source",
            "details",
            "id",
            "previous_hash",
            "hash");
    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\r\n]");
    /** What a spreadsheet would run as a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private final ObjectMapper json;
    private final ExportFormat format;

    EntryLines(ObjectMapper json, ExportFormat format) {
        this.json = json;
        this.format = format;
    }

    /** What goes before all entries. */
    String head() {
        return switch (format) {
            case NDJSON -> "";
            case CSV -> String.join(",", COLUMNS) + "\r\n";
        };
    }

    String of(ChainedEntry entry) {
        JsonNode fields = json.valueToTree(AuditAnswer.of(entry));
        return switch (format) {
            case NDJSON -> write(fields) + "\n";
            case CSV -> COLUMNS.stream().map(name -> cell(fields.path(name))).collect(Collectors.joining(",")) + "\r\n";
        };
    }

    private String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        String text = value.isContainerNode() ? write(value) : value.asText();
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return TO_BE_QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private String write(JsonNode value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
