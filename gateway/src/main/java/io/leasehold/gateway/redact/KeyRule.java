package io.leasehold.gateway.redact;

import java.util.List;

/**
 * Keys and tokens that can be told by how they begin.
 *
 * @param shortest how many characters follow at least; what is shorter is a word like others
 * @param within whether it may also begin within a word: no word of a language holds such a beginning
 */
record KeyRule(String prefix, int shortest, boolean within) implements Rule {
    private static final String WHAT = "key";

    /** One that begins like words do, so that it counts only where a word may begin. */
    static KeyRule word(String prefix, int shortest) {
        return new KeyRule(prefix, shortest, false);
    }

    /** One that is found wherever it stands. */
    static KeyRule anywhere(String prefix, int shortest) {
        return new KeyRule(prefix, shortest, true);
    }

    @Override
    public void find(String text, List<Span> found) {
        int end = 0;
        for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + prefix.length())) {
            // Where one lies within what another one may be, both end together.
            end = Math.max(end, end(text, Math.max(end, at + prefix.length())));
            if (end - at - prefix.length() >= shortest && (within || Words.begins(text, at))) {
                found.add(new Span(at, end, WHAT));
            }
        }
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && Words.isToken(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
