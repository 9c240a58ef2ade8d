package io.leasehold.sim.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects a body up to 32 MB. What lies beyond is thrown away, so that the caller stays to read the refusal. */
public final class RequestBody {
    /** The providers' common limit. */
    public static final int LIMIT = 32 * 1024 * 1024;

    private final Consumer<Buffer> whole;
    private final Runnable tooLarge;
    private @Nullable Buffer collected;
    private boolean copied;
    private boolean over;

    private RequestBody(Consumer<Buffer> whole, Runnable tooLarge) {
        this.whole = whole;
        this.tooLarge = tooLarge;
    }

    /** Calls exactly one of the two, once the last byte is in; neither when the caller goes away before. */
    public static void read(HttpServerRequest request, Consumer<Buffer> whole, Runnable tooLarge) {
        RequestBody body = new RequestBody(whole, tooLarge);
        request.handler(body::take);
        request.endHandler(end -> body.finish());
    }

    private void take(Buffer part) {
        Buffer before = collected;
        if (over) {
            return;
        }
        if (before == null) {
            collected = part;
        } else if (before.length() + part.length() > LIMIT) {
            over = true;
            collected = null;
        } else {
            collected = growable(before).appendBuffer(part);
        }
    }

    /** The first part may be a view of fixed size. */
    private Buffer growable(Buffer before) {
        if (copied) {
            return before;
        }
        copied = true;
        return Buffer.buffer(4 * before.length()).appendBuffer(before);
    }

    private void finish() {
        if (over) {
            tooLarge.run();
        } else {
            whole.accept(collected == null ? Buffer.buffer() : collected);
        }
    }
}
