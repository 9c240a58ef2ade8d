package io.leasehold.analytics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencySketchTest {
    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.95, 0.99, 1})
    void aQuantileIsWithinOnePercentOfTheTrueOne(double share) {
        long[] latencies = random.longs(5_000, 50, 60_000_000).sorted().toArray();

        LatencySketch sketch = sketchOf(LongStream.of(latencies));

        double truth = latencies[(int) Math.floor(share * (latencies.length - 1))];
        assertThat(sketch.quantile(share).orElseThrow()).isCloseTo(truth, within(truth * 0.0101));
    }

    @RepeatedTest(20)
    void theOrderOfAddingDoesNotMatter() {
        List<LatencySketch> parts = new ArrayList<>(
                random.longs(200, 1, 1_000_000).mapToObj(LatencySketch::of).toList());
        LatencySketch one = sum(parts);
        Collections.shuffle(parts, random);

        LatencySketch other = sum(parts);

        assertThat(other).isEqualTo(one);
    }

    @RepeatedTest(20)
    void whatWasAddedCanBeTakenAway() {
        LatencySketch before = sketchOf(random.longs(100, 1, 1_000_000));
        LatencySketch more = sketchOf(random.longs(100, 1, 1_000_000));

        LatencySketch after = before.plus(more).plus(more.negated());

        assertThat(after).isEqualTo(before);
    }

    @Test
    void itIsStoredAsPairsOfBucketAndCount() {
        assertThat(sketchOf(LongStream.of(1, 1, 100))).hasToString("{0,2,231,1}");
    }

    @Test
    void moreThanFitsInAnIntIsCountedToo() {
        LatencySketch many = LatencySketch.ofCounts(Map.of(0, 3_000_000_000L, 231, 3_000_000_000L));

        assertThat(many.plus(many).quantile(0.5).orElseThrow()).isCloseTo(1, within(0.01));
        assertThat(many.plus(many).quantile(0.51).orElseThrow()).isCloseTo(100, within(1d));
    }

    @Test
    void anEmptyOneHasNoQuantiles() {
        assertThat(LatencySketch.EMPTY.quantile(0.5)).isEmpty();
    }

    @Test
    void lessThanAMicrosecondCountsAsOne() {
        assertThat(LatencySketch.of(0)).isEqualTo(LatencySketch.of(1));
    }

    private static LatencySketch sketchOf(LongStream latencies) {
        return sum(latencies.mapToObj(LatencySketch::of).toList());
    }

    private static LatencySketch sum(List<LatencySketch> parts) {
        return parts.stream().reduce(LatencySketch.EMPTY, LatencySketch::plus);
    }
}
