package io.leasehold.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through documents of any shape. */
public final class Documents {
    private static final Set<String> SECRET_FIELDS =
            Set.of("key", "api_key", "api-key", "apikey", "token", "oauth_token", "secret");
    private static final List<String> NAMING_FIELDS = List.of("provider", "provider_id", "id", "name");
    /** Of an OAuth sign-in opencode keeps GitHub's token so; other providers' are good for nothing here. */
    private static final String REFRESH = "refresh";

    private static final int DEEPEST = 16;

    private final String source;
    private final List<Finding> found = new ArrayList<>();

    private Documents(String source) {
        this.source = source;
    }

    /**
     * @param source what people call the document
     * @param provider whose secrets it holds, where its place says so
     */
    public static Findings find(String source, JsonNode document, @Nullable String provider) {
        Documents reader = new Documents(source);
        reader.look(document, provider, 0);
        return Findings.of(reader.found);
    }

    /** The provider that one of these names means, such as a part of a path. */
    public static Optional<String> providerIn(List<String> names) {
        return names.stream()
                .map(ProviderNames::provider)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Lines such as {@code export OPENAI_API_KEY="…"}. */
    public static Findings findInLines(String source, List<String> lines) {
        Map<String, String> variables = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.strip().replaceFirst("^export\\s+", "").split("=", 2);
            if (parts.length == 2) {
                variables.put(parts[0].strip(), parts[1].strip().replaceAll("^[\"']|[\"']$", ""));
            }
        }
        return Findings.of(EnvironmentVariables.find(variables).found().stream()
                .map(finding -> new Finding(
                        finding.provider(),
                        finding.secret(),
                        finding.sources().stream()
                                .map(variable -> source + " (" + variable + ")")
                                .toList()))
                .toList());
    }

    private void look(JsonNode node, @Nullable String provider, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> look(item, provider, depth + 1));
        } else if (node.isObject()) {
            String here = named(node).orElse(provider);
            node.properties().forEach(field -> lookAt(field.getKey(), field.getValue(), here, depth));
        }
    }

    private void lookAt(String name, JsonNode value, @Nullable String provider, int depth) {
        if (value.isTextual()) {
            whose(name, provider).ifPresent(owner -> add(name, owner, value.textValue()));
        } else {
            look(value, ProviderNames.provider(name).orElse(provider), depth + 1);
        }
    }

    private static Optional<String> whose(String field, @Nullable String provider) {
        String plain = field.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        boolean secret = SECRET_FIELDS.contains(plain) || (plain.equals(REFRESH) && "github-copilot".equals(provider));
        Optional<String> byName = ProviderNames.providerOfField(field);
        return byName.isPresent() ? byName : secret ? Optional.ofNullable(provider) : Optional.empty();
    }

    private static Optional<String> named(JsonNode object) {
        return NAMING_FIELDS.stream()
                .map(field -> object.path(field).asText(""))
                .map(ProviderNames::provider)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void add(String field, String provider, String secret) {
        if (ProviderNames.isPlausible(secret)) {
            found.add(new Finding(ProviderNames.of(secret, provider), secret, List.of(source + " (" + field + ")")));
        }
    }
}
