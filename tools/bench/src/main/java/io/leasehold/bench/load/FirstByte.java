package io.leasehold.bench.load;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;

/** Notes when a body begins, and lets all of it pass by. */
final class FirstByte implements Handler<Buffer> {
    private boolean came;
    private long at;

    @Override
    public void handle(Buffer piece) {
        if (!came) {
            came = true;
            at = System.nanoTime();
        }
    }

    /** Of {@link System#nanoTime}; now, for a body without any. */
    long at() {
        return came ? at : System.nanoTime();
    }
}
