package io.leasehold.gateway.redact;

import java.util.List;

/** A user's name and password as {@code Basic} has them. */
final class BasicRule implements Rule {
    private static final String WORD = "basic ";

    /** What is shorter is a word, and hardly a password. */
    private static final int SHORTEST = 8;

    @Override
    public void find(String text, List<Span> found) {
        for (int i = 0; i + WORD.length() < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'b' || c == 'B') && text.regionMatches(true, i, WORD, 0, WORD.length())) {
                int from = i + WORD.length();
                int to = Base64Text.end(text, from);
                String said = to - from < SHORTEST ? null : Base64Text.decode(text, from, to);
                if (said != null && said.indexOf(':') > 0) {
                    found.add(new Span(from, to, "token"));
                }
            }
        }
    }
}
