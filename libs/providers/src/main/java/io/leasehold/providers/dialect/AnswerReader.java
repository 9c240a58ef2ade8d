package io.leasehold.providers.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Leads an answer, plain JSON or server-sent events, to a skim: one document, or one per event.
 *
 * @param <F> what a place in a document is called
 */
final class AnswerReader<F> {

    /** Told of values and of where documents end. */
    interface Listener<F> extends JsonSkim.Sink<F> {
        /** @param whole whether the document came to its end, rather than the answer within it */
        void endOfDocument(boolean whole);

        /** The stream said that it is over. */
        void done();
    }

    private static final String EVENT_STREAM = "text/event-stream";

    private final JsonSkim<F> skim;
    private final Listener<F> listener;
    private final @Nullable EventStream events;

    AnswerReader(JsonPaths<F> paths, Listener<F> listener, @Nullable String contentType) {
        this.skim = new JsonSkim<>(paths, listener);
        this.listener = listener;
        this.events = isEventStream(contentType) ? new EventStream(new ToSkim()) : null;
    }

    boolean streams() {
        return events != null;
    }

    /** Whether the one document of a plain answer has come to its end. */
    boolean complete() {
        return events == null && skim.complete();
    }

    void feed(byte[] bytes, int offset, int length) {
        if (events == null) {
            skim.feed(bytes, offset, length);
        } else {
            events.feed(bytes, offset, length);
        }
    }

    /** The answer is over. */
    void end() {
        if (events == null) {
            listener.endOfDocument(skim.complete());
        } else {
            events.end();
        }
    }

    private static boolean isEventStream(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, EVENT_STREAM, 0, EVENT_STREAM.length());
    }

    private final class ToSkim implements EventStream.Listener {

        @Override
        public void data(byte[] bytes, int offset, int length) {
            skim.feed(bytes, offset, length);
        }

        @Override
        public void end() {
            listener.endOfDocument(skim.complete());
            skim.restart();
        }

        @Override
        public void done() {
            listener.done();
        }
    }
}
