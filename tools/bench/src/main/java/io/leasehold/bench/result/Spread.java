package io.leasehold.bench.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where the values of several rounds lie. The median, because one disturbed round should not move it. */
public record Spread(double median, double min, double max) {

    /** @throws IllegalArgumentException when there are none */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is no median of nothing");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** Of what was measured once. */
    public static Spread once(double value) {
        return new Spread(value, value, value);
    }

    /** Each value by its neighbour in time: what disturbs the machine for longer than a round disturbs both. */
    static Spread ofPairs(List<Double> values, List<Double> references) {
        return of(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) / references.get(i))
                .toList());
    }

    /** Each value less its neighbour in time. */
    static Spread ofDifferences(List<Double> values, List<Double> references) {
        return of(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) - references.get(i))
                .toList());
    }

    /** @param number how one of them is printed */
    public String format(String number, Locale locale) {
        return String.format(locale, number + " (" + number + "–" + number + ")", median, min, max);
    }
}
