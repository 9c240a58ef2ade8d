package io.leasehold.gateway.redact;

import java.util.List;

/**
 * Keys and tokens that can be told by how they begin.
 *
 * @param shortest how many characters follow at least; what is shorter is a word like others
 */
record KeyRule(String prefix, int shortest) implements Rule {
    private static final String WHAT = "key";

    @Override
    public void find(String text, List<Span> found) {
        int end = 0;
        for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + prefix.length())) {
            // Where one lies within what another one may be, both end together.
            end = Math.max(end, end(text, Math.max(end, at + prefix.length())));
            if (end - at - prefix.length() >= shortest && Words.begins(text, at)) {
                found.add(new Span(at, end, WHAT));
            }
        }
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length()
                && (Words.isPlain(text.charAt(end)) || text.charAt(end) == '-' || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
