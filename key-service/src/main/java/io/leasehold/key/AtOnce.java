package io.leasehold.key;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for each of many, where each is a wait for somebody else. */
public final class AtOnce {
    /** Nobody is asked more than so many things at a time. */
    private static final int MOST = 8;

    private AtOnce() {}

    /**
     * @param work should not throw where one must not keep the others from it: its answer says what came of it
     * @return the answers, in the order of what they are for
     */
    public static <Q, A> List<A> map(List<Q> questions, Function<Q, A> work) {
        if (questions.size() == 1) {
            return List.of(work.apply(questions.getFirst()));
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(MOST, Thread.ofVirtual().factory())) {
            return questions.stream().map(question -> threads.submit(() -> work.apply(question))).toList().stream()
                    .map(AtOnce::answer)
                    .toList();
        }
    }

    private static <A> A answer(Future<A> done) {
        try {
            return done.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while several things were being done", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("One of several things failed", failure.getCause());
        }
    }
}
