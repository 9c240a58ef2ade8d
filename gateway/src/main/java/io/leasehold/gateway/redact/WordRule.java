package io.leasehold.gateway.redact;

import java.util.List;

/** One secret that is known, such as the key that a request was sent with: its provider could repeat it. */
record WordRule(String word) implements Rule {
    @Override
    public void find(String text, List<Span> found) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            found.add(new Span(at, at + word.length(), "key"));
        }
    }

    @Override
    public String toString() {
        return "WordRule[…]";
    }
}
