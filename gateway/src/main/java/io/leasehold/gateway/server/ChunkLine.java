package io.leasehold.gateway.server;

import io.netty.buffer.ByteBuf;

/** A line between chunks or behind the last one, read by the grammar of RFC 9112 and no more kindly. */
final class ChunkLine {
    /** What may stand in a token (RFC 9110 §5.6.2) beside letters and digits. */
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private static final int DIGIT_BITS = 4;

    private final ByteBuf bytes;
    private final int start;
    private final int lineEnd;
    private int at;

    private ChunkLine(ByteBuf bytes, int start, int lineEnd) {
        this.bytes = bytes;
        this.start = start;
        this.lineEnd = lineEnd;
    }

    /** The line that begins there. One that does not end before {@code to} is none, and has neither a size nor a field. */
    static ChunkLine at(ByteBuf bytes, int start, int to) {
        int newline = bytes.indexOf(start, to, (byte) '\n');
        return new ChunkLine(bytes, start, newline > start && bytes.getByte(newline - 1) == '\r' ? newline - 1 : -1);
    }

    /** Where what follows begins. */
    int end() {
        return lineEnd + 2;
    }

    boolean isEmpty() {
        return lineEnd == start;
    }

    /** The size of the chunk that follows; below zero if the line says none, or one that nothing here could take. */
    long size() {
        long size = 0;
        at = start;
        while (at < lineEnd && digit() >= 0 && size <= Integer.MAX_VALUE) {
            size = (size << DIGIT_BITS) + digit();
            at++;
        }
        boolean told = at > start && size <= Integer.MAX_VALUE;
        return told && areExtensions() ? size : -1;
    }

    /** Whether it is a field of its own: no line that goes on from the one before, which the grammar has given up. */
    boolean isField() {
        at = start;
        return token() && skip(':') && restIsText();
    }

    private boolean areExtensions() {
        while (at < lineEnd) {
            if (!isExtension()) {
                return false;
            }
        }
        return at == lineEnd;
    }

    /** Blanks are bad manners there, but allowed; only not at the line's end. */
    private boolean isExtension() {
        blanks();
        if (!skip(';')) {
            return false;
        }
        blanks();
        if (!token()) {
            return false;
        }
        int behindName = at;
        blanks();
        if (!skip('=')) {
            at = behindName;
            return true;
        }
        blanks();
        return token() || quoted();
    }

    private boolean quoted() {
        if (!skip('"')) {
            return false;
        }
        while (at < lineEnd && isText(current())) {
            if (skip('"')) {
                return true;
            }
            boolean escaped = skip('\\');
            if (escaped && (at == lineEnd || !isText(current()))) {
                return false;
            }
            at++;
        }
        return false;
    }

    private boolean token() {
        int from = at;
        while (at < lineEnd && isOfToken(current())) {
            at++;
        }
        return at > from;
    }

    private boolean restIsText() {
        while (at < lineEnd && isText(current())) {
            at++;
        }
        return at == lineEnd;
    }

    private void blanks() {
        while (at < lineEnd && (current() == ' ' || current() == '\t')) {
            at++;
        }
    }

    private boolean skip(char expected) {
        boolean found = at < lineEnd && current() == expected;
        at += found ? 1 : 0;
        return found;
    }

    private int digit() {
        return Character.digit(current(), 16);
    }

    private char current() {
        return (char) (bytes.getByte(at) & 0xff);
    }

    private static boolean isOfToken(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    private static boolean isText(char c) {
        return c == '\t' || (c >= ' ' && c != 0x7f);
    }
}
