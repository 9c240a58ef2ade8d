package io.leasehold.analytics.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Texts as the database can keep them. Models, users and tags are named by callers and providers: whatever they send, the
 * request counts.
 */
final class KeptText {
    /** Two of this length, at four bytes each, still fit in the key of a cube. */
    private static final int MOST = 256;

    private static final int REPLACEMENT = 0xFFFD;

    private KeptText() {}

    /** Without what no UTF-8 text of PostgreSQL can hold: NUL and halves of surrogate pairs. */
    static @Nullable String of(@Nullable String text) {
        return text == null
                ? null
                : text.codePoints()
                        .limit(MOST)
                        .map(character -> isKept(character) ? character : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isKept(int character) {
        return character != 0 && Character.getType(character) != Character.SURROGATE;
    }
}
