package io.leasehold.gateway.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Text that is written in Base64, in one alphabet or the other, with or without padding, in one line or several. */
final class Base64Text {
    /** Enough to tell pictures and words from text, without decoding all of them. */
    private static final int SAMPLE = 64;

    /** Where it comes in lines these have 64 or 76 digits; what comes after a shorter one is another text. */
    private static final int SHORTEST_LINE = 60;

    private static final int QUARTET = 4;

    private Base64Text() {}

    /** Where what may be Base64 ends that begins here. */
    static int end(String text, int from) {
        int end = from;
        int line = from;
        while (end < text.length()) {
            if (isDigit(text.charAt(end))) {
                end++;
            } else if (isBreak(text.charAt(end)) && end - line >= SHORTEST_LINE) {
                end++;
                line = end < text.length() && isBreak(text.charAt(end)) ? ++end : end;
            } else {
                break;
            }
        }
        int padded = end;
        while (end > from && padded < text.length() && padded - end < 2 && text.charAt(padded) == '=') {
            padded++;
        }
        return padded;
    }

    private static boolean isDigit(char c) {
        return Words.isToken(c) || c == '+' || c == '/';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** What it says; null where it is no text. */
    static @Nullable String decode(String text, int from, int to) {
        if (to - from > SAMPLE && text(text.substring(from, from + SAMPLE), false) == null) {
            return null;
        }
        return text(text.substring(from, to), true);
    }

    /** @param whole whether no character is cut in two at its end */
    private static @Nullable String text(String digits, boolean whole) {
        byte[] bytes = bytes(digits);
        int end = bytes.length;
        while (!whole && end > 0 && bytes.length - end < QUARTET && bytes[end - 1] < 0) {
            end--;
        }
        String said = new String(bytes, 0, end, StandardCharsets.UTF_8);
        for (int i = 0; i < said.length(); i++) {
            if (!isText(said.charAt(i))) {
                return null;
            }
        }
        return said;
    }

    private static byte[] bytes(String digits) {
        StringBuilder usual = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (isDigit(c)) {
                usual.append(c == '-' ? '+' : c == '_' ? '/' : c);
            }
        }
        // One digit alone is less than a byte.
        if (usual.length() % QUARTET == 1) {
            usual.setLength(usual.length() - 1);
        }
        return Base64.getDecoder().decode(usual.toString());
    }

    /** The last one stands for bytes that are no character. */
    private static boolean isText(char c) {
        return (c >= ' ' && c != '\ufffd') || c == '\n' || c == '\r' || c == '\t';
    }
}
