package io.leasehold.gateway.redact;

import java.util.List;

/** E-mail addresses, also where the {@code @} is escaped. */
final class EmailRule implements Rule {
    private static final String AT = "@";
    private static final String ESCAPED_AT = "\\u0040";
    private static final String PERCENT_AT = "%40";
    private static final String LOCAL_OTHERS = "._%+-'";
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    @Override
    public void find(String text, List<Span> found) {
        find(text, AT, found);
        find(text, ESCAPED_AT, found);
        find(text, PERCENT_AT, found);
    }

    private static void find(String text, String sign, List<Span> found) {
        for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length())) {
            int from = begin(text, at);
            int to = end(text, at + sign.length());
            if (from < at && to > 0) {
                found.add(new Span(from, to, "e-mail"));
            }
        }
    }

    private static int begin(String text, int at) {
        int begin = at;
        while (begin > 0 && at - begin < LONGEST_LOCAL && isLocal(text.charAt(begin - 1))) {
            begin--;
        }
        return afterEscape(text, begin, at);
    }

    /** The end of an escape before it is no part of it. */
    private static int afterEscape(String text, int begin, int at) {
        for (int i = begin + 1; i < at && i <= begin + 5; i++) {
            if (Words.isAfterEscape(text, i)) {
                return i;
            }
        }
        return begin;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || LOCAL_OTHERS.indexOf(c) >= 0;
    }

    /** 0 where no domain stands there: names of hosts have a dot, and end in letters. */
    private static int end(String text, int from) {
        int last = from;
        while (last < text.length() && last - from < LONGEST_DOMAIN && isDomain(text.charAt(last))) {
            last++;
        }
        // A dot at the end ends the sentence.
        while (last > from && !Character.isLetterOrDigit(text.charAt(last - 1))) {
            last--;
        }
        int dot = last - 1;
        while (dot > from && text.charAt(dot) != '.') {
            dot--;
        }
        boolean named = dot > from && last - dot > 2 && Character.isLetter(text.charAt(dot + 1));
        return named ? last : 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
