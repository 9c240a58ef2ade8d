package io.leasehold.sim.answer;

import io.leasehold.sim.http.EventStream;

/** Writes an answer into a stream of events. */
final class StreamedAnswer implements AnswerSink {
    private final EventStream stream;
    private final AnswerEvents events;
    private final TokenPieces pieces;

    StreamedAnswer(EventStream stream, AnswerEvents events, TokenPieces pieces) {
        this.stream = stream;
        this.events = events;
        this.pieces = pieces;
    }

    @Override
    public void begin() {
        stream.begin(events.contentType());
        events.begin(stream);
    }

    @Override
    public void token() {
        events.token(pieces.next(), stream);
    }

    @Override
    public void keepAlive() {
        events.keepAlive(stream);
    }

    @Override
    public void flush() {
        stream.flush();
    }

    @Override
    public void complete() {
        events.end(stream);
        stream.end();
    }

    @Override
    public boolean isOpen() {
        return stream.isOpen();
    }

    @Override
    public boolean isFull() {
        return stream.isFull();
    }

    @Override
    public void whenDrained(Runnable resume) {
        stream.whenDrained(resume);
    }
}
