package io.leasehold.sim.answer;

/** Sizes of characters in UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** Of the character that begins with {@code c}: a high surrogate stands for its pair. */
    static int bytes(char c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return Character.isHighSurrogate(c) ? 4 : 3;
    }
}
