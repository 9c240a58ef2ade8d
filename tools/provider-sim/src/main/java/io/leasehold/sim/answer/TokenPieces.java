package io.leasehold.sim.answer;

import io.leasehold.sim.prompt.TokenCount;

/** Walks over a text token by token: each piece ends at the last whole character within its four bytes. */
public final class TokenPieces {
    private final String text;
    private int position;
    private int bytes;
    private int budget;

    TokenPieces(String text) {
        this.text = text;
    }

    /** The next token's text; never empty as long as the text has tokens left. */
    public String next() {
        int from = position;
        budget += TokenCount.BYTES_PER_TOKEN;
        while (position < text.length() && bytes + Utf8.bytes(text.charAt(position)) <= budget) {
            char c = text.charAt(position);
            bytes += Utf8.bytes(c);
            position += Character.isHighSurrogate(c) ? 2 : 1;
        }
        return text.substring(from, position);
    }
}
