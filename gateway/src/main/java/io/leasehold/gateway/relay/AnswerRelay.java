package io.leasehold.gateway.relay;

import io.leasehold.gateway.capture.Transcript;
import io.leasehold.providers.dialect.AnswerStrip;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Passes an answer's bytes on as they come, but for what the client did not ask for, no faster than the client takes
 * them, while the tap watches. When the client hangs up it reads on alone for a while, because the tokens are paid for
 * anyway. Event loop only.
 */
public final class AnswerRelay {
    private static final Logger LOG = Logger.getLogger(AnswerRelay.class);

    /** How an answer ended. */
    public enum End {
        /** The provider said all of it. */
        COMPLETE,
        /** The provider's connection broke within the answer. */
        CUT,
        /** The client hung up, and reading on had come to its cap. */
        GIVEN_UP
    }

    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final UsageTap tap;
    private final @Nullable AnswerStrip strip;
    private final @Nullable Transcript transcript;
    private final Timeline timeline;
    private final Scratch scratch;
    private final UpstreamConfig.Drain drain;
    private final Promise<End> end = Promise.promise();
    private boolean tapFailed;
    private boolean clientGone;
    private long drained;

    AnswerRelay(
            HttpClientResponse from,
            HttpServerResponse to,
            UsageTap tap,
            @Nullable AnswerStrip strip,
            @Nullable Transcript transcript,
            Timeline timeline,
            Scratch scratch,
            UpstreamConfig.Drain drain) {
        this.from = from;
        this.to = to;
        this.tap = tap;
        this.strip = strip;
        this.transcript = transcript;
        this.timeline = timeline;
        this.scratch = scratch;
        this.drain = drain;
    }

    /** Begins; the head must have been written to the client before. */
    public Future<End> run() {
        from.handler(this::chunk);
        from.endHandler(over -> {
            rest();
            end.tryComplete(End.COMPLETE);
        });
        from.exceptionHandler(failure -> end.tryComplete(End.CUT));
        to.drainHandler(ready -> from.resume());
        from.resume();
        return end.future();
    }

    /** The same with an answer that was held, of which some or all may have been read. */
    public Future<End> run(HeldAnswer held) {
        if (held.read().length() > 0) {
            chunk(held.read());
        }
        if (held.isWhole()) {
            rest();
            end.tryComplete(End.COMPLETE);
            return end.future();
        }
        return run();
    }

    /** Nobody reads any more: what still comes is for the tap only. */
    public void clientGone(Vertx vertx) {
        clientGone = true;
        from.resume();
        long timer = vertx.setTimer(drain.time().toMillis(), late -> end.tryComplete(End.GIVEN_UP));
        end.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private void chunk(Buffer chunk) {
        timeline.resume();
        if (clientGone) {
            drained += chunk.length();
            if (drained > drain.bytes().asLongValue()) {
                end.tryComplete(End.GIVEN_UP);
            }
        } else {
            pass(strip == null ? chunk : stripped(strip, chunk));
        }
        watch(chunk);
        if (transcript != null) {
            transcript.hear(chunk);
        }
        timeline.pause();
    }

    private void pass(Buffer bytes) {
        if (bytes.length() == 0) {
            return;
        }
        to.write(bytes);
        if (to.writeQueueFull()) {
            from.pause();
        }
    }

    private static Buffer stripped(AnswerStrip strip, Buffer chunk) {
        byte[] bytes = chunk.getBytes();
        return Buffer.buffer(strip.next(bytes, 0, bytes.length));
    }

    private void rest() {
        if (strip != null && !clientGone) {
            pass(Buffer.buffer(strip.rest()));
        }
    }

    /** A fault in the tap may cost the figures, but not the answer. */
    private void watch(Buffer chunk) {
        if (tapFailed) {
            return;
        }
        try {
            scratch.feed(tap, chunk);
        } catch (RuntimeException fault) {
            tapFailed = true;
            LOG.errorf(fault, "usage not read");
        }
    }

    /** What the answer said of itself; empty where reading it failed. */
    public Optional<Usage> usage() {
        if (tapFailed) {
            return Optional.empty();
        }
        try {
            return Optional.of(tap.usage());
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "usage not read");
            return Optional.empty();
        }
    }
}
