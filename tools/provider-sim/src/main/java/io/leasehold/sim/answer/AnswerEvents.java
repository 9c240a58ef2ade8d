package io.leasehold.sim.answer;

import io.leasehold.sim.http.EventStream;

/** An answer as server-sent events, in the form of one provider. */
public interface AnswerEvents {
    /** What the stream says it is. */
    default String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    /** Once, before the first token. */
    void begin(EventStream to);

    /** @param text of one more token */
    void token(String text, EventStream to);

    /** A sign of life. */
    void keepAlive(EventStream to);

    /** Once, after the last token. */
    void end(EventStream to);
}
