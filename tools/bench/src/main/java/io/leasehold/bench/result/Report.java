package io.leasehold.bench.result;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two targets beside each other, as a table of plain text. */
public record Report(String title, List<Figure> figures, List<Round> direct, List<Round> gateway) {
    private static final String ROW = "%-28s%26s%26s%22s";
    private static final String RATIO = "%.2f";

    /**
     * The rate that both targets hold: half of what the slower of them did when it was never idle, so that neither waits for
     * its processors.
     */
    public double ratePerSecondThatBothHold() {
        return Stream.of(direct, gateway)
                        .mapToDouble(rounds ->
                                Spread.of(Figure.REQUESTS_PER_SECOND.of(rounds)).median())
                        .min()
                        .orElseThrow()
                / 2;
    }

    /** Medians, with the least and the most in brackets. */
    public String text() {
        Stream<String> head = Stream.of(title, ROW.formatted("", "direct", "gateway", "gateway/direct"));
        Stream<String> rows = figures.stream().map(this::row);
        Stream<String> notes = Stream.concat(notHeld("direct", direct), notHeld("gateway", gateway));
        return Stream.of(head, rows, notes)
                .flatMap(Function.identity())
                .map(line -> line.stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static Stream<String> notHeld(String target, List<Round> rounds) {
        long behind =
                rounds.stream().filter(round -> !round.outcome().heldRate()).count();
        return behind == 0
                ? Stream.empty()
                : Stream.of(
                        "%s did not hold the rate in %d of %d rounds: its latencies are those of an overloaded machine"
                                .formatted(target, behind, rounds.size()));
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
