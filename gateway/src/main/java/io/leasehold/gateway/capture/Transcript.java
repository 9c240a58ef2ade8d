package io.leasehold.gateway.capture;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.capture.CaptureMetrics.Reason;
import io.leasehold.gateway.capture.CaptureMetrics.What;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is said in one request, kept until it is over. Told of the answer on its event loop; everything else is done by others,
 * while the provider is still answering and once nobody waits any more.
 */
public final class Transcript {
    /** Of a longer answer no link is made. */
    private static final int LONGEST_ANSWER = 2 * 1024 * 1024;

    private final Captures captures;
    private final Exchange exchange;
    private final Kept answer;
    private final CompletableFuture<@Nullable PrefixChain> chain;
    private boolean answerLeftOut;
    private boolean answerCut;

    /**
     * @param readable whether anything can be read of the answer
     * @param chain of the request, complete once it was read
     */
    Transcript(
            Captures captures,
            Exchange exchange,
            Kept answer,
            boolean readable,
            CompletableFuture<@Nullable PrefixChain> chain) {
        this.captures = captures;
        this.exchange = exchange;
        this.answer = answer;
        this.answerLeftOut = !readable;
        this.chain = chain;
    }

    /** The answer goes on. */
    public void hear(Buffer chunk) {
        if (answerLeftOut || answerCut) {
            return;
        }
        int more = Math.min(chunk.length(), LONGEST_ANSWER - answer.length());
        answerCut = more < chunk.length();
        if (answer.makeRoom(more)) {
            chunk.getBytes(0, more, answer.bytes(), answer.grow(more));
        } else {
            answerLeftOut = true;
            captures.metrics().leftOut(What.ANSWER_LINK, Reason.BUDGET);
        }
    }

    /**
     * The request is over. Called once.
     *
     * @param responseId the provider's id of the answer
     * @param record gets the request with what links it to others, on another thread, whatever fails
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void end(RequestCompleted completed, @Nullable String responseId, Consumer<RequestCompleted> record) {
        Answer heard = new Answer(answer, answerCut, answerLeftOut);
        chain.whenCompleteAsync(
                (links, failure) -> captures.end(exchange, links, heard, completed, responseId, record),
                captures.workers());
    }

    /**
     * What was heard of an answer.
     *
     * @param cut whether there was more
     * @param leftOut whether there was no memory for it
     */
    record Answer(Kept kept, boolean cut, boolean leftOut) {}
}
