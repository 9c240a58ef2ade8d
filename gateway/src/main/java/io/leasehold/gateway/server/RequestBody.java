package io.leasehold.gateway.server;

import io.leasehold.gateway.memory.ByteBudget;
import io.leasehold.providers.dialect.BodyEdit;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** A request's body, in memory once, until it is released. Event loop only. */
final class RequestBody {
    private static final byte[] NOTHING = {};

    private final ByteBudget budget;
    private byte[] bytes;
    private int length;

    /** @param bytes all of which were taken from the budget, used or not */
    RequestBody(byte[] bytes, int length, ByteBudget budget) {
        this.bytes = bytes;
        this.length = length;
        this.budget = budget;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** The same bytes, not copied, for which Vert.x 4 has no other way. */
    @SuppressWarnings("deprecation")
    Buffer buffer() {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
    }

    /** With one change, for which nothing is copied either. */
    @SuppressWarnings("deprecation")
    Buffer buffer(BodyEdit edit) {
        int at = edit.placeIn(bytes, length);
        int after = at + edit.removed();
        return Buffer.buffer(Unpooled.wrappedBuffer(
                Unpooled.wrappedBuffer(bytes, 0, at),
                Unpooled.wrappedBuffer(edit.inserted().getBytes(StandardCharsets.US_ASCII)),
                Unpooled.wrappedBuffer(bytes, after, length - after)));
    }

    /** It is not needed again; a second call does nothing. */
    void release() {
        budget.give(bytes.length);
        bytes = NOTHING;
        length = 0;
    }
}
