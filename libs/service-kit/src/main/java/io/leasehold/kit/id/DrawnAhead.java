package io.leasehold.kit.id;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/** The system's random numbers, drawn many at a time: by itself each draw would cost more than all else of an id. */
final class DrawnAhead implements LongSupplier {
    private static final int AT_A_TIME = 128;

    private final SecureRandom source = new SecureRandom();
    private final byte[] drawn = new byte[AT_A_TIME * Long.BYTES];
    private final LongBuffer left = ByteBuffer.wrap(drawn).asLongBuffer().position(AT_A_TIME);

    @Override
    public synchronized long getAsLong() {
        if (!left.hasRemaining()) {
            source.nextBytes(drawn);
            left.rewind();
        }
        return left.get();
    }
}
