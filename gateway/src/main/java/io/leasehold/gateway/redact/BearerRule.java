package io.leasehold.gateway.redact;

import java.util.List;

/** What stands behind the word {@code Bearer}. Without a digit it has to be longer than any word. */
final class BearerRule implements Rule {
    private static final String WORD = "bearer";
    private static final String OTHERS = "._~+/=-";
    private static final String ESCAPED_SLASH = "\\/";
    private static final int SHORTEST = 12;
    private static final int SHORTEST_WITHOUT_DIGIT = 20;

    @Override
    public void find(String text, List<Span> found) {
        for (int i = 0; i + WORD.length() < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'b' || c == 'B') && text.regionMatches(true, i, WORD, 0, WORD.length())) {
                int from = afterSpace(text, i + WORD.length());
                if (from > i + WORD.length()) {
                    addToken(text, from, found);
                }
            }
        }
    }

    private static void addToken(String text, int from, List<Span> found) {
        int to = end(text, from);
        if (isToken(text, from, to)) {
            found.add(new Span(from, to, "token"));
        }
    }

    private static int afterSpace(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Some write a slash as an escape in JSON, which may be JSON within a text. */
    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && (isPart(text.charAt(end)) || text.startsWith(ESCAPED_SLASH, end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Words.isPlain(c) || OTHERS.indexOf(c) >= 0;
    }

    private static boolean isToken(String text, int from, int to) {
        boolean digit = text.substring(from, to).chars().anyMatch(c -> Words.isDigit((char) c));
        return to - from >= (digit ? SHORTEST : SHORTEST_WITHOUT_DIGIT);
    }
}
