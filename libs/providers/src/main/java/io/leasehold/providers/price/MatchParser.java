package io.leasehold.providers.price;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a rule: an object with one member, whose name says how to compare. */
final class MatchParser {

    private MatchParser() {}

    /** @throws IllegalArgumentException when the rule is not understood */
    static ModelMatch parse(JsonNode rule) {
        if (!rule.isObject() || rule.size() != 1) {
            throw new IllegalArgumentException("A rule has exactly one member: " + rule);
        }
        Map.Entry<String, JsonNode> member = rule.properties().iterator().next();
        JsonNode value = member.getValue();
        return switch (member.getKey()) {
            case "or" -> new ModelMatch.Any(parseAll(value));
            case "and" -> new ModelMatch.All(parseAll(value));
            case "equals" -> new ModelMatch.Equal(lower(value));
            case "starts_with" -> new ModelMatch.Starts(lower(value));
            case "ends_with" -> new ModelMatch.Ends(lower(value));
            case "contains" -> new ModelMatch.Contains(lower(value));
            case "regex" -> new ModelMatch.Regex(Pattern.compile(value.textValue()));
            default -> throw new IllegalArgumentException("There is no rule '" + member.getKey() + "'.");
        };
    }

    private static List<ModelMatch> parseAll(JsonNode rules) {
        return rules.valueStream().map(MatchParser::parse).toList();
    }

    private static String lower(JsonNode value) {
        return value.textValue().toLowerCase(Locale.ROOT);
    }
}
