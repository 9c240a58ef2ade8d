package io.leasehold.localstack.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The committed realm with {@code {{name}}} where a stack's own secrets and addresses go. */
final class RealmTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
    private static final Pattern NEEDS_NO_ESCAPE = Pattern.compile("[^\"\\\\\\p{Cntrl}]*");

    private final String template;

    RealmTemplate(String template) {
        this.template = template;
    }

    static RealmTemplate leasehold() throws IOException {
        try (InputStream file = RealmTemplate.class.getResourceAsStream("/realm/leasehold-realm.json")) {
            return new RealmTemplate(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @throws IllegalArgumentException when a value is missing, naming it, or does not fit into a JSON text */
    String fill(Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    private static String value(MatchResult placeholder, Map<String, String> values) {
        String value = values.get(placeholder.group(1));
        if (value == null) {
            throw new IllegalArgumentException("the realm needs a value for " + placeholder.group(1));
        }
        if (!NEEDS_NO_ESCAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not plain text: the value for " + placeholder.group(1));
        }
        return value;
    }
}
