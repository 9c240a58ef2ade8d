package io.leasehold.gateway.relay;

import io.leasehold.providers.dialect.UsageTap;
import io.vertx.core.buffer.Buffer;

/** An event loop's own bytes, used over and over to show chunks to taps. */
final class Scratch {
    private static final int SIZE = 16 * 1024;

    private final byte[] bytes = new byte[SIZE];

    void feed(UsageTap tap, Buffer chunk) {
        for (int at = 0; at < chunk.length(); at += SIZE) {
            int length = Math.min(SIZE, chunk.length() - at);
            chunk.getBytes(at, at + length, bytes);
            tap.feed(bytes, 0, length);
        }
    }
}
