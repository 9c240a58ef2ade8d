package io.leasehold.gateway.redact;

import java.util.List;

/** Private keys in PEM, of whatever kind; one without its end goes as far as it can be followed. */
final class PrivateKeyRule implements Rule {
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_KIND = 40;

    /** Of Base64, of the headers that may stand before, and of line breaks, which may be escapes. */
    private static final String OTHERS = "+/=-:, \r\n\t\\";

    @Override
    public void find(String text, List<Span> found) {
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + BEGIN.length())) {
            int kind = at + BEGIN.length();
            int body = text.indexOf(PRIVATE_KEY, kind, Math.min(text.length(), kind + LONGEST_KIND));
            if (body >= 0) {
                int end = end(text, body + PRIVATE_KEY.length());
                found.add(new Span(at, end, "key"));
                at = end - BEGIN.length();
            }
        }
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isBody(text.charAt(end)) && !text.startsWith(END, end)) {
            end++;
        }
        int dashes = text.startsWith(END, end) ? text.indexOf(DASHES, end + END.length()) : -1;
        return dashes < 0 ? end : dashes + DASHES.length();
    }

    private static boolean isBody(char c) {
        return Words.isPlain(c) || OTHERS.indexOf(c) >= 0;
    }
}
