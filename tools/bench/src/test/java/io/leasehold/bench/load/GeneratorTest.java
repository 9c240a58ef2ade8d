package io.leasehold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    @Test
    void everyConnectionBelongsToOneEventLoop() {
        int[] shares =
                IntStream.range(0, 3).map(part -> Generator.share(32, 3, part)).toArray();

        assertThat(shares).containsExactly(11, 11, 10);
    }
}
