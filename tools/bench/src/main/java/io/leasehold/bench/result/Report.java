package io.leasehold.bench.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two targets beside each other, as a table of plain text. */
public record Report(String title, List<Figure> figures, List<Round> direct, List<Round> gateway) {
    private static final String ROW = "%-28s%26s%26s%22s";
    private static final String RATIO = "%.2f";

    /** Medians, with the least and the most in brackets. */
    public String text() {
        Stream<String> head = Stream.of(title, ROW.formatted("", "direct", "gateway", "gateway/direct"));
        return Stream.concat(head, figures.stream().map(this::row))
                .map(line -> line.stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private String row(Figure figure) {
        List<Double> without = figure.of(direct);
        List<Double> with = figure.of(gateway);
        return ROW.formatted(
                figure.label(),
                figure.format(Spread.of(without)),
                figure.format(Spread.of(with)),
                figure.comparable() ? Spread.ofPairs(with, without).format(RATIO, Locale.ROOT) : "");
    }
}
