package io.leasehold.distribution.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyCallGetsTheAnswerToItsOwnQuestion() throws Exception {
        Together<Integer, Integer> together = new Together<>(this::doubled, question -> "any", question -> 1, 10);

        List<Integer> answers = askAll(together, 500);

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 500)
                        .map(question -> 2 * question)
                        .boxed()
                        .toList());
        assertThat(batches).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(10));
        assertThat(batches).anySatisfy(size -> assertThat(size).isGreaterThan(1));
    }

    @Test
    void aQuestionThatWeighsTooMuchIsAnsweredAlone() {
        Together<Integer, Integer> together = new Together<>(this::doubled, question -> "any", question -> 1_000, 10);

        assertThat(together.ask(21)).isEqualTo(42);
    }

    @Test
    void oneThatFailsFailsAlone() throws Exception {
        Together<Integer, Integer> together = new Together<>(
                questions -> {
                    if (questions.contains(13)) {
                        throw new IllegalArgumentException("13");
                    }
                    return doubled(questions);
                },
                question -> "any",
                question -> 1,
                10);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 40)
                    .mapToObj(question -> threads.submit(() -> together.ask(question)))
                    .toList();
            for (int question = 0; question < 40; question++) {
                Future<Integer> answer = answers.get(question);
                if (question == 13) {
                    assertThatThrownBy(answer::get).hasCauseInstanceOf(IllegalArgumentException.class);
                } else {
                    assertThat(answer.get()).isEqualTo(2 * question);
                }
            }
        }
    }

    @Test
    void aDatabaseThatIsAwayIsTriedOnceForAllThatWait() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch allWait = new CountDownLatch(1);
        Together<Integer, Integer> together = new Together<>(
                questions -> {
                    tries.incrementAndGet();
                    try {
                        allWait.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    throw new ConnectionException(new SQLException("nobody there"));
                },
                question -> "any",
                question -> 1,
                100);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch asked = new CountDownLatch(40);
            List<Future<Integer>> answers = IntStream.range(0, 40)
                    .mapToObj(question -> threads.submit(() -> {
                        asked.countDown();
                        return together.ask(question);
                    }))
                    .toList();
            asked.await();
            allWait.countDown();
            for (Future<Integer> answer : answers) {
                assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(ConnectionException.class);
            }
        }
        // Far fewer than those who asked: two turns, and whoever came a moment after them.
        assertThat(tries.get()).isLessThan(20);
    }

    /** Many come and go at once while some batches fail: nobody waits for ever, and what succeeded was done once. */
    @Test
    void howeverTheyComeAndFailEachIsAnsweredAndDoneOnce() throws Exception {
        Map<Integer, Integer> done = new ConcurrentHashMap<>();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        Together<Integer, Integer> together = new Together<>(
                questions -> {
                    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    assertThat(questions.stream().map(question -> question % 5).distinct())
                            .hasSize(1);
                    try {
                        if (questions.stream().anyMatch(question -> question % 97 == 0)) {
                            throw new IllegalArgumentException("nothing was changed");
                        }
                        questions.forEach(question -> done.merge(question, 1, Integer::sum));
                        return doubled(questions);
                    } finally {
                        atOnce.decrementAndGet();
                    }
                },
                question -> question % 5,
                question -> 1 + question % 3,
                20);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 5_000)
                    .mapToObj(question -> threads.submit(() -> together.ask(question)))
                    .toList();
            for (int question = 0; question < answers.size(); question++) {
                Future<Integer> answer = answers.get(question);
                if (question % 97 == 0) {
                    assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                            .hasCauseInstanceOf(IllegalArgumentException.class);
                } else {
                    assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(2 * question);
                }
            }
        }
        assertThat(done.values()).containsOnly(1);
        assertThat(mostAtOnce.get()).isLessThanOrEqualTo(2);
    }

    private static List<Integer> askAll(Together<Integer, Integer> together, int count) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = IntStream.range(0, count)
                    .mapToObj(question -> threads.submit(() -> together.ask(question)))
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private List<Integer> doubled(List<Integer> questions) {
        batches.add(questions.size());
        return questions.stream().map(question -> 2 * question).toList();
    }
}
