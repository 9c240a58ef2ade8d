package io.leasehold.bench.load;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/** How long calls took that were made one after the other, in milliseconds. */
public record Latency(double p50, double p95, double p99) {
    private static final int WARM_UP = 100;
    private static final int CALLS = 300;
    private static final double MICROS = 1_000;

    /** @param call told its number; those that warm up are counted too */
    public static Latency of(IntConsumer call) {
        Histogram micros = new Histogram(3);
        for (int number = 0; number < WARM_UP + CALLS; number++) {
            long began = System.nanoTime();
            call.accept(number);
            if (number >= WARM_UP) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            }
        }
        return new Latency(
                micros.getValueAtPercentile(50) / MICROS,
                micros.getValueAtPercentile(95) / MICROS,
                micros.getValueAtPercentile(99) / MICROS);
    }

    public String text(String title) {
        return String.format(Locale.ROOT, "%-44s%10.1f%10.1f%10.1f", title, p50, p95, p99);
    }
}
