package io.leasehold.sim.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** Server-sent events of one answer, gathered into few writes; may be ordered to break off or to split its bytes. */
public final class EventStream {
    /** Small and odd, so that borders fall inside events and inside characters. */
    private static final int SPLIT_BYTES = 7;

    private static final int FLUSH_BYTES = 16 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final boolean split;
    private final int breakAfter;
    private final Consumer<EventStream> breaking;
    private Buffer pending = Buffer.buffer();
    private int events;
    private boolean open = true;
    private Future<Void> lastWrite = Future.succeededFuture();

    /**
     * @param split writes the bytes in tiny pieces
     * @param breakAfter number of events after which the stream breaks; negative for never
     * @param breaking how it breaks: {@link #cut} or {@link #endWith}
     */
    public EventStream(HttpServerRequest request, boolean split, int breakAfter, Consumer<EventStream> breaking) {
        this.request = request;
        this.response = request.response();
        this.split = split;
        this.breakAfter = breakAfter;
        this.breaking = breaking;
    }

    public void begin(String contentType) {
        response.setStatusCode(200).setChunked(true);
        response.putHeader("content-type", contentType).putHeader("cache-control", "no-cache");
        breakIfDue();
    }

    /** @param event whole, with the blank line that ends it */
    public void event(String event) {
        if (!open) {
            return;
        }
        pending.appendString(event);
        events++;
        breakIfDue();
        if (pending.length() >= FLUSH_BYTES) {
            flush();
        }
    }

    /** What is no event and does not count as one. */
    public void comment(String comment) {
        if (open) {
            pending.appendString(comment);
        }
    }

    public void flush() {
        if (pending.length() == 0 || response.closed()) {
            return;
        }
        Buffer bytes = pending;
        pending = Buffer.buffer();
        int piece = split ? SPLIT_BYTES : bytes.length();
        for (int from = 0; from < bytes.length(); from += piece) {
            lastWrite = response.write(bytes.slice(from, Math.min(bytes.length(), from + piece)));
        }
    }

    public void end() {
        if (!open) {
            return;
        }
        open = false;
        flush();
        if (!response.closed()) {
            response.end();
        }
    }

    /** Ends the stream in good order with one last event. */
    public void endWith(String event) {
        open = false;
        pending.appendString(event);
        flush();
        response.end();
    }

    /** Closes the connection under the stream, once what was written is out. */
    public void cut() {
        open = false;
        flush();
        lastWrite.onComplete(done -> request.connection().close());
    }

    /** False once the stream has ended or broken off. */
    public boolean isOpen() {
        return open;
    }

    public boolean isFull() {
        return response.writeQueueFull();
    }

    public void whenDrained(Runnable resume) {
        response.drainHandler(drained -> resume.run());
    }

    private void breakIfDue() {
        if (open && events == breakAfter) {
            breaking.accept(this);
        }
    }
}
