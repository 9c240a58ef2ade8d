package io.leasehold.gateway.redact;

/** Where words begin and end in a text, which may itself be JSON within a string, with escapes that end in letters. */
final class Words {
    private static final String SHORT_ESCAPES = "nrtbf";
    private static final int LONG_ESCAPE = 6;
    private static final char ESCAPE = '\u001b';
    private static final String ESCAPED_ESCAPE = "\\u001b";
    private static final String COLOUR_ENDS = "mK";
    private static final int LONGEST_COLOUR = 20;

    private Words() {}

    /** Whether a word may begin here: there is no letter or digit before, or one that belongs to an escape. */
    static boolean begins(String text, int at) {
        return at == 0 || !isPart(text.charAt(at - 1)) || isAfterAnyEscape(text, at);
    }

    /** Of JSON. */
    static boolean isAfterEscape(String text, int at) {
        return isAfterShortEscape(text, at) || isAfterLongEscape(text, at);
    }

    /** Also of URLs, and of terminals, which colour what was looked for. */
    static boolean isAfterAnyEscape(String text, int at) {
        return isAfterEscape(text, at) || isAfterPercentEscape(text, at) || isAfterColour(text, at);
    }

    private static boolean isAfterPercentEscape(String text, int at) {
        return at >= 3
                && text.charAt(at - 3) == '%'
                && Character.digit(text.charAt(at - 2), 16) >= 0
                && Character.digit(text.charAt(at - 1), 16) >= 0;
    }

    /** Such as {@code ESC [01;31m} and {@code ESC [K}, where the first character may be an escape of JSON. */
    private static boolean isAfterColour(String text, int at) {
        int i = at - 1;
        if (i < 0 || COLOUR_ENDS.indexOf(text.charAt(i)) < 0) {
            return false;
        }
        int first = Math.max(1, i - LONGEST_COLOUR);
        while (i > first && (isDigit(text.charAt(i - 1)) || text.charAt(i - 1) == ';')) {
            i--;
        }
        boolean bracket = i > 1 && text.charAt(i - 1) == '[';
        return bracket && (text.charAt(i - 2) == ESCAPE || text.startsWith(ESCAPED_ESCAPE, i - 1 - LONG_ESCAPE));
    }

    private static boolean isAfterShortEscape(String text, int at) {
        return at >= 2 && text.charAt(at - 2) == '\\' && SHORT_ESCAPES.indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isAfterLongEscape(String text, int at) {
        int begin = at - LONG_ESCAPE;
        if (begin < 0 || text.charAt(begin) != '\\' || text.charAt(begin + 1) != 'u') {
            return false;
        }
        for (int i = begin + 2; i < at; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    /** What keys and tokens are made of: Base64url. */
    static boolean isToken(char c) {
        return isPlain(c) || c == '-' || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
