package io.leasehold.sim.google;

import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.google.ContentAnswer.Piece;
import io.leasehold.sim.http.EventStream;

/** A streamed answer: with {@code alt=sse} as events without names and without a last word, else as an array. */
final class ContentEvents implements AnswerEvents {
    private final ContentAnswer answer;
    private int produced;
    private boolean begun;

    ContentEvents(ContentAnswer answer) {
        this.answer = answer;
    }

    /** @param last whether the array ends with it */
    static String framed(boolean sse, String json, boolean last) {
        if (sse) {
            return "data: " + json + "\r\n\r\n";
        }
        return ",\r\n" + json + (last ? "\n]" : "");
    }

    @Override
    public String contentType() {
        return answer.sse() ? AnswerEvents.super.contentType() : "application/json; charset=UTF-8";
    }

    @Override
    public void begin(EventStream to) {
        if (!answer.sse()) {
            to.comment("[");
        }
    }

    /** Nothing is sent for thoughts that nobody asked for, nor for a call, which comes whole with the end. */
    @Override
    public void token(String text, EventStream to) {
        produced++;
        boolean thought = produced <= answer.plan().thoughts();
        boolean told = thought ? answer.plan().tellsThoughts() : !answer.plan().calls();
        if (told) {
            send(answer.fragment(new Piece(text, thought), produced, null), to);
        }
    }

    /** There is none. */
    @Override
    public void keepAlive(EventStream to) {}

    @Override
    public void end(EventStream to) {
        Piece last = answer.plan().calls() ? answer.said() : new Piece("", false);
        send(answer.fragment(last, produced, answer.plan().finishReason()), to);
        if (!answer.sse()) {
            to.comment("\n]\n");
        }
    }

    private void send(String json, EventStream to) {
        String event = framed(answer.sse(), json, false);
        to.event(begun || answer.sse() ? event : json);
        begun = true;
    }
}
