package io.leasehold.providers.dialect;

/** Decodes what stands behind backslashes in a JSON string. */
public final class JsonEscapes {
    private static final int HEX_DIGITS = 4;

    private JsonEscapes() {}

    /** Never fails: what is no escape stays as it is. */
    public static String decode(String raw) {
        StringBuilder decoded = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                decoded.append(c);
                continue;
            }
            char kind = raw.charAt(++i);
            if (kind == 'u' && isHex(raw, i + 1)) {
                decoded.append((char) Integer.parseInt(raw, i + 1, i + 1 + HEX_DIGITS, 16));
                i += HEX_DIGITS;
            } else {
                decoded.append(simple(kind));
            }
        }
        return decoded.toString();
    }

    private static char simple(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }

    private static boolean isHex(String raw, int from) {
        if (from + HEX_DIGITS > raw.length()) {
            return false;
        }
        for (int i = from; i < from + HEX_DIGITS; i++) {
            if (Character.digit(raw.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
