package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallCountTest {
    private final CallCount answered = new CallCount("answered");

    @Test
    void waitsForWhatIsMissingOnly() throws InterruptedException {
        IntStream.range(0, 3).forEach(call -> answered.add());
        answered.await(3);

        Thread caller = Thread.ofVirtual().start(() -> IntStream.range(0, 2).forEach(call -> answered.add()));
        answered.await(5);

        caller.join();
        assertThat(answered.get()).isEqualTo(5);
    }
}
