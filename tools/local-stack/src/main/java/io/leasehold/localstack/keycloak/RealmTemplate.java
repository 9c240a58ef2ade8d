package io.leasehold.localstack.keycloak;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A realm, or a part of one, with {@code ${NAME}} where secrets and addresses go, as Keycloak itself fills them in. */
final class RealmTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");
    private static final Pattern NEEDS_NO_ESCAPE = Pattern.compile("[^\"\\\\\\p{Cntrl}]*");

    private final String template;

    RealmTemplate(String template) {
        this.template = template;
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
