package io.leasehold.sim.prompt;

import io.netty.buffer.ByteBufUtil;

/** Counts tokens from the text alone: one per four bytes of UTF-8 begun, and a fixed overhead per message. */
public final class TokenCount {
    public static final int BYTES_PER_TOKEN = 4;
    public static final int PER_MESSAGE = 4;
    /** An inline image or document is counted by its bytes like text, but never as more than this. */
    public static final int MEDIA_AT_MOST = 1600;

    private TokenCount() {}

    public static int of(CharSequence text) {
        return Math.ceilDiv(ByteBufUtil.utf8Bytes(text), BYTES_PER_TOKEN);
    }
}
