package io.leasehold.providers.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Leads an answer, plain JSON or server-sent events, to a skim: one document, or one per event.
 *
 * @param <F> what a place in a document is called
 */
public final class AnswerReader<F> {

    /** Told of values and of where documents end. */
    public interface Listener<F> extends JsonSkim.Sink<F> {
        /** A document is over. */
        default void endOfDocument() {}

        /** The stream said that it is over. */
        default void done() {}
    }

    private static final String EVENT_STREAM = "text/event-stream";

    private final JsonSkim<F> skim;
    private final @Nullable EventStream events;

    public AnswerReader(JsonPaths<F> paths, Listener<F> listener, @Nullable String contentType) {
        this.skim = new JsonSkim<>(paths, listener);
        this.events = isEventStream(contentType) ? new EventStream(new ToSkim(listener)) : null;
    }

    public boolean streams() {
        return events != null;
    }

    /** Whether a plain document has come to its end. */
    public boolean complete() {
        return skim.complete();
    }

    public void feed(byte[] bytes, int offset, int length) {
        if (events == null) {
            skim.feed(bytes, offset, length);
        } else {
            events.feed(bytes, offset, length);
        }
    }

    /** The answer is over. */
    public void end() {
        if (events != null) {
            events.end();
        }
    }

    private static boolean isEventStream(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, EVENT_STREAM, 0, EVENT_STREAM.length());
    }

    private final class ToSkim implements EventStream.Listener {
        private final Listener<F> listener;

        ToSkim(Listener<F> listener) {
            this.listener = listener;
        }

        @Override
        public void data(byte[] bytes, int offset, int length) {
            skim.feed(bytes, offset, length);
        }

        @Override
        public void end() {
            listener.endOfDocument();
            skim.restart();
        }

        @Override
        public void done() {
            listener.done();
        }
    }
}
