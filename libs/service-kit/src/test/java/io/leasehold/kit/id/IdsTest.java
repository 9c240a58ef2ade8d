package io.leasehold.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final int THREADS = 4;
    private static final int EACH = 20_000;

    @Test
    void idsOfManyThreadsAreAllDifferent() throws Exception {
        Set<UUID> different = new HashSet<>();
        Callable<List<UUID>> make =
                () -> IntStream.range(0, EACH).mapToObj(i -> Ids.next()).toList();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<UUID>> made : threads.invokeAll(List.of(make, make, make, make))) {
                different.addAll(made.get());
            }
        }
        assertThat(different).hasSize(THREADS * EACH).allMatch(id -> id.version() == 7);
    }

    @Test
    void aLaterIdIsGreater() {
        List<UUID> made = IntStream.range(0, EACH).mapToObj(i -> Ids.next()).toList();

        assertThat(made).isSortedAccordingTo((one, other) -> one.toString().compareTo(other.toString()));
    }

    @Test
    void randomNumbersAreDrawnAnewWhenThoseDrawnAheadAreUsedUp() {
        DrawnAhead random = new DrawnAhead();
        Set<Long> different = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            different.add(random.getAsLong());
        }
        assertThat(different).hasSize(1_000);
    }
}
