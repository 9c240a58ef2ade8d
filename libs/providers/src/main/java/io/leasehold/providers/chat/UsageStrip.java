package io.leasehold.providers.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.leasehold.providers.dialect.AnswerStrip;
import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * Takes out of a stream what {@code include_usage} puts in: the chunk at its end that holds the usage and no choice, and
 * the empty usage of every other chunk. Everything else passes as it is, event by event. A quote within a text is
 * escaped, so that no text looks like a member.
 */
final class UsageStrip implements AnswerStrip {
    /** Chunks are small; what is longer is something else and passes. */
    private static final int LARGEST_EVENT = 1 << 20;

    private static final Pattern NO_CHOICES = Pattern.compile("\"choices\"\\s*:\\s*\\[\\s*]");
    private static final Pattern USAGE = Pattern.compile("\"usage\"\\s*:\\s*\\{");
    private static final Pattern NO_USAGE =
            Pattern.compile(",\\s*\"usage\"\\s*:\\s*null|(?<=\\{)\\s*\"usage\"\\s*:\\s*null\\s*,");

    private final ByteArrayOutputStream event = new ByteArrayOutputStream(512);
    private boolean lineIsEmpty = true;

    @Override
    public byte[] next(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream passing = new ByteArrayOutputStream(length);
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            event.write(b);
            boolean endOfEvent = b == '\n' && lineIsEmpty;
            if (b == '\n') {
                lineIsEmpty = true;
            } else if (b != '\r') {
                lineIsEmpty = false;
            }
            if (endOfEvent || event.size() > LARGEST_EVENT) {
                passing.writeBytes(held());
            }
        }
        return passing.toByteArray();
    }

    @Override
    public byte[] rest() {
        return held();
    }

    /** Byte for byte, whatever they are: each is one character of this encoding. */
    private byte[] held() {
        String whole = event.toString(ISO_8859_1);
        event.reset();
        if (!whole.contains("\"usage\"")) {
            return whole.getBytes(ISO_8859_1);
        }
        if (NO_CHOICES.matcher(whole).find() && USAGE.matcher(whole).find()) {
            return new byte[0];
        }
        return NO_USAGE.matcher(whole).replaceFirst("").getBytes(ISO_8859_1);
    }
}
