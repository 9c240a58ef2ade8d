package io.leasehold.providers.price;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A model's name, or a pattern of names in which {@code *} stands for any text. Upper and lower case are alike.
 *
 * @param text in lower case
 */
public record ModelPattern(String text) {
    /** What patterns consist of. */
    public static final String SYNTAX = "[A-Za-z0-9*~@][A-Za-z0-9*._:/@~+ -]{0,199}";

    private static final Pattern WELL_FORMED = Pattern.compile(SYNTAX);
    private static final char ANY = '*';

    public ModelPattern {
        if (!WELL_FORMED.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a model's name or pattern: " + text);
        }
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it is the name of one model. */
    public boolean isName() {
        return text.indexOf(ANY) < 0;
    }

    /** How many characters of a name it says; of two patterns the one that says more is closer to a model. */
    int said() {
        return (int) text.chars().filter(character -> character != ANY).count();
    }

    /** Takes a step for each pair of characters at most, whatever the pattern. */
    boolean matches(String lowerCaseName) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resumeAt = 0;
        while (at < lowerCaseName.length()) {
            if (in < text.length() && text.charAt(in) == ANY) {
                star = in++;
                resumeAt = at;
            } else if (in < text.length() && text.charAt(in) == lowerCaseName.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        while (in < text.length() && text.charAt(in) == ANY) {
            in++;
        }
        return in == text.length();
    }
}
