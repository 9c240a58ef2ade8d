package io.leasehold.gateway.server;

import io.netty.buffer.ByteBuf;

/**
 * Follows a body in chunks beside the decoder and finds what RFC 9112 §7.1 does not allow: netty passes over whatever stands
 * behind a blank or a control character in a chunk's size, and over the upper digits of one that is too long. A proxy in front
 * may see chunks of other sizes there, and so another request.
 */
final class Chunks {
    private enum Part {
        SIZE,
        CONTENT,
        END_OF_CONTENT,
        TRAILERS
    }

    private static final int LINE_END = 2;

    private Part part = Part.SIZE;
    private long left;

    /**
     * Whether the next bytes are as they should be, of which the decoder has taken those in {@code [from, to)}: lines are taken
     * whole.
     */
    boolean areSound(ByteBuf bytes, int from, int to) {
        int next = from;
        while (next < to && next >= 0) {
            next = switch (part) {
                case SIZE -> size(bytes, next, to);
                case CONTENT -> content(next, to);
                case END_OF_CONTENT -> endOfContent(bytes, next, to);
                case TRAILERS -> trailer(bytes, next, to);
            };
        }
        return next >= 0;
    }

    private int size(ByteBuf bytes, int from, int to) {
        ChunkLine line = ChunkLine.at(bytes, from, to);
        left = line.size();
        part = left == 0 ? Part.TRAILERS : Part.CONTENT;
        return left < 0 ? -1 : line.end();
    }

    private int content(int from, int to) {
        int taken = (int) Math.min(left, to - from);
        left -= taken;
        part = left == 0 ? Part.END_OF_CONTENT : Part.CONTENT;
        return from + taken;
    }

    private int endOfContent(ByteBuf bytes, int from, int to) {
        part = Part.SIZE;
        int end = from + LINE_END;
        return end <= to && bytes.getByte(from) == '\r' && bytes.getByte(from + 1) == '\n' ? end : -1;
    }

    private static int trailer(ByteBuf bytes, int from, int to) {
        ChunkLine line = ChunkLine.at(bytes, from, to);
        return line.isEmpty() || line.isField() ? line.end() : -1;
    }
}
