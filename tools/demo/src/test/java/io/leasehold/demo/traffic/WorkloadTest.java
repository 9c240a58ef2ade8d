package io.leasehold.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private final Random random = new Random(1);
    private final Workload workload = Workload.ALL.getFirst();

    @Test
    void everyModelIsCalledSometime() {
        Set<String> called = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            called.add(workload.model(random));
        }

        assertThat(called).containsExactlyInAnyOrderElementsOf(workload.models());
    }

    @Test
    void promptsDifferAndOrderAnAnswersLength() {
        assertThat(workload.prompt(random))
                .isNotEqualTo(workload.prompt(random))
                .startsWith("[[out=");
    }

    @Test
    void pausesAreNeverLongerThanFiveTimesTheUsual() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(workload.pause(random))
                    .isBetween(Duration.ZERO, workload.pause().multipliedBy(5));
        }
    }

    @Test
    void theDemoShowsSeveralOfEverything() {
        assertThat(Workload.ALL).extracting(Workload::node).containsAnyOf("node-a", "node-b");
        assertThat(Workload.ALL.stream().map(Workload::domain).distinct()).hasSizeGreaterThan(2);
        assertThat(DemoTraffic.providers()).hasSize(2);
    }
}
