package io.leasehold.providers.dialect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One value as it was met in a document; used again for the next one, so nothing of it may be kept. */
final class Scalar {
    /** Longer strings are no identifier, no word and no number, and nobody asks for their text. */
    private static final int LONGEST = 256;

    private byte[] bytes = new byte[64];
    private int kept;
    private long length;
    private boolean string;
    private boolean escaped;

    void begin(boolean isString) {
        kept = 0;
        length = 0;
        string = isString;
        escaped = false;
    }

    void append(byte b) {
        length++;
        if (kept == LONGEST) {
            return;
        }
        if (kept == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[kept++] = b;
    }

    void addLength(long count) {
        length += count;
    }

    void markEscaped() {
        escaped = true;
    }

    /** Whether this is the literal {@code null}. */
    boolean isNull() {
        return is("null");
    }

    /** Whether this is a literal or a number written exactly so. */
    boolean is(String literal) {
        return !string && literal.equals(raw());
    }

    /** How many bytes the value has in the document. */
    long length() {
        return length;
    }

    /** The text of a string; null for anything else, and for one that is too long to be a name. */
    @Nullable
    String text() {
        if (!string || length > LONGEST) {
            return null;
        }
        return escaped ? JsonEscapes.decode(raw()) : raw();
    }

    /** The text of a string, or anything else but {@code null} as it is written; null for what is too long for a word. */
    @Nullable
    String word() {
        if (string) {
            return text();
        }
        return isNull() || length > LONGEST ? null : raw();
    }

    /** A whole number that is not negative, which some write as {@code 5.0}; -1 for anything else. */
    long count() {
        if (string || length == 0 || length > 18) {
            return -1;
        }
        long count = 0;
        int i = 0;
        for (; i < kept && bytes[i] != '.'; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            count = count * 10 + (bytes[i] - '0');
        }
        return i == 0 || !isNothing(i) ? -1 : count;
    }

    /** Whether no fraction stands from there on. */
    private boolean isNothing(int point) {
        boolean digits = point == kept;
        for (int i = point + 1; i < kept; i++) {
            if (bytes[i] != '0') {
                return false;
            }
            digits = true;
        }
        return digits;
    }

    /** An amount, exactly as written, as a number or a string; null for anything else, and for what no bill can say. */
    @Nullable
    BigDecimal amount() {
        if (length > LONGEST) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(raw());
            // A few characters such as 1e999999999 would take all memory once they are rounded.
            return Math.abs((long) amount.scale()) <= LONGEST ? amount : null;
        } catch (NumberFormatException notAnAmount) {
            return null;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int kept() {
        return length > LONGEST ? -1 : kept;
    }

    private String raw() {
        return new String(bytes, 0, kept, StandardCharsets.UTF_8);
    }
}
