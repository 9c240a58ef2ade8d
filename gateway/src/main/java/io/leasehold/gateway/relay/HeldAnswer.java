package io.leasehold.gateway.relay;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** An answer that waits, to be dropped or passed on. Event loop only. */
public final class HeldAnswer {
    /** An error says little; what says more than this isn't read to its end. */
    private static final long LONGEST_ERROR = 256 * 1024;

    private final HttpClientResponse answer;
    private final Buffer read = Buffer.buffer();
    private @Nullable Throwable broken;
    private boolean whole;
    private long dropped;

    /** @param answer that nobody reads yet */
    public HeldAnswer(HttpClientResponse answer) {
        this.answer = answer;
        answer.exceptionHandler(failure -> broken = failure);
    }

    public HttpClientResponse answer() {
        return answer;
    }

    /** Null as long as all of it can still be had. */
    public @Nullable Throwable broken() {
        return broken;
    }

    /** What has been read of it. */
    public Buffer read() {
        return read;
    }

    /** Whether that is all. */
    public boolean isWhole() {
        return whole;
    }

    /** Reads it, as far as an error goes; done also where it breaks off. */
    public Future<HeldAnswer> readOn() {
        Promise<HeldAnswer> done = Promise.promise();
        answer.handler(chunk -> {
            read.appendBuffer(chunk);
            if (read.length() > LONGEST_ERROR) {
                answer.pause();
                done.tryComplete(this);
            }
        });
        answer.endHandler(over -> {
            whole = true;
            done.tryComplete(this);
        });
        answer.exceptionHandler(failure -> {
            broken = failure;
            done.tryComplete(this);
        });
        answer.resume();
        return done.future();
    }

    /** Its connection can be used again once all of it has come. */
    public void drop() {
        if (whole) {
            return;
        }
        answer.handler(chunk -> {
            dropped += chunk.length();
            if (dropped > LONGEST_ERROR) {
                answer.request().reset();
            }
        });
        answer.resume();
    }
}
