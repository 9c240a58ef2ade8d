package io.leasehold.distribution.together;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.ConnectionException;

/**
 * Answers calls that come while others are being answered together. They would wait for the same locks one after another, each
 * until the one before is on disk; so all of them wait once. A call that comes alone is answered at once.
 */
public final class Together<Q, A> {
    /** While one batch is being written to disk, the next can be read. */
    private static final int AT_ONCE = 2;

    private final Function<List<Q>, List<A>> work;
    private final Function<Q, Object> kind;
    private final ToIntFunction<Q> weight;
    private final int most;
    private final Queue<Call<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turns = new Semaphore(AT_ONCE);

    private record Call<Q, A>(Q question, CompletableFuture<A> answer) {}

    /**
     * @param work answers questions, in their order; changes nothing where it throws
     * @param kind only questions of the same kind are answered together
     * @param weight how much there is to a question
     * @param most what the questions of one batch may weigh, unless it is a single one
     */
    public Together(Function<List<Q>, List<A>> work, Function<Q, Object> kind, ToIntFunction<Q> weight, int most) {
        this.work = work;
        this.kind = kind;
        this.weight = weight;
        this.most = most;
    }

    /** Throws what {@code work} throws for that question. */
    public A ask(Q question) {
        Call<Q, A> call = new Call<>(question, new CompletableFuture<>());
        waiting.add(call);
        begin();
        try {
            return call.answer().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** Whoever calls need not stay until everybody is answered. */
    private void begin() {
        if (turns.tryAcquire()) {
            Thread.startVirtualThread(this::answerAll);
        }
    }

    private void answerAll() {
        try {
            for (List<Call<Q, A>> some = next(); !some.isEmpty(); some = next()) {
                answer(some);
            }
        } finally {
            turns.release();
        }
        // One may have come after the last look, when there was no turn to be had.
        if (!waiting.isEmpty()) {
            begin();
        }
    }

    /** Whoever has waited longest, and those of the same kind that have come since. */
    private synchronized List<Call<Q, A>> next() {
        List<Call<Q, A>> some = new ArrayList<>();
        Object first = null;
        int weighed = 0;
        for (Iterator<Call<Q, A>> calls = waiting.iterator(); calls.hasNext(); ) {
            Call<Q, A> call = calls.next();
            Object its = kind.apply(call.question());
            first = first == null ? its : first;
            if (first.equals(its)) {
                weighed += weight.applyAsInt(call.question());
                if (weighed > most && !some.isEmpty()) {
                    break;
                }
                calls.remove();
                some.add(call);
            }
        }
        return some;
    }

    private void answer(List<Call<Q, A>> calls) {
        try {
            List<A> answers = work.apply(calls.stream().map(Call::question).toList());
            for (int i = 0; i < calls.size(); i++) {
                calls.get(i).answer().complete(answers.get(i));
            }
        } catch (Throwable failure) {
            // Whoever can't reach the database for all can't for one, and finds out as slowly each time.
            if (calls.size() == 1 || failure instanceof ConnectionException) {
                calls.forEach(call -> call.answer().completeExceptionally(failure));
            } else {
                // One of them may be the reason; the others must not suffer for it.
                int half = calls.size() / 2;
                answer(calls.subList(0, half));
                answer(calls.subList(half, calls.size()));
            }
        }
    }
}
