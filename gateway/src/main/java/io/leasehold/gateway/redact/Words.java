package io.leasehold.gateway.redact;

/** Where words begin and end in a text, which may itself be JSON within a string, with escapes that end in letters. */
final class Words {
    private static final String SHORT_ESCAPES = "nrtbf";
    private static final int LONG_ESCAPE = 6;

    private Words() {}

    /** Whether a word may begin here: there is no letter or digit before, or one that belongs to an escape. */
    static boolean begins(String text, int at) {
        return at == 0 || !isPart(text.charAt(at - 1)) || isAfterEscape(text, at);
    }

    static boolean isAfterEscape(String text, int at) {
        return isAfterShortEscape(text, at) || isAfterLongEscape(text, at);
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

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
