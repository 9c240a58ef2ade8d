package io.leasehold.bench.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several ways beside one another, as a table of plain text.
 *
 * @param rounds of each way by its name, in the order in which they are shown; the first is the one with nothing in between
 */
public record Report(String title, List<Figure> figures, SequencedMap<String, List<Round>> rounds) {
    private static final String UNKNOWN = "–";

    public Report {
        rounds = new LinkedHashMap<>(rounds);
    }

    /**
     * The rate that these ways hold: half of what the slowest of them did when it was never idle, so that none waits for
     * its processors.
     */
    public double ratePerSecondThatHold(String... ways) {
        return Stream.of(ways)
                        .mapToDouble(way -> of(Figure.REQUESTS_PER_SECOND, way).median())
                        .min()
                        .orElseThrow()
                / 2;
    }

    /** @throws java.util.NoSuchElementException where nothing is known of it */
    public Spread of(Figure figure, String way) {
        return find(figure, way).orElseThrow();
    }

    /** One way's values by another one's. @return empty where that one was not measured */
    public Optional<Spread> ratio(Figure figure, String way, String reference) {
        return Optional.ofNullable(rounds.get(reference))
                .map(others -> Spread.ofPairs(figure.values(rounds(way)), figure.values(others)));
    }

    /** Medians, with the least and the most in brackets. */
    public String text() {
        Stream<String> head = Stream.of(title, line("", rounds.keySet().stream()));
        Stream<String> rows = figures.stream().map(this::row);
        Stream<String> notes = rounds.entrySet().stream().flatMap(Report::notHeld);
        return Stream.of(head, rows, notes)
                .flatMap(Function.identity())
                .map(line -> line.stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private List<Round> rounds(String way) {
        return Objects.requireNonNull(rounds.get(way), way);
    }

    private Optional<Spread> find(Figure figure, String way) {
        var direct = rounds.firstEntry();
        return figure.of(rounds(way), direct.getKey().equals(way) ? null : direct.getValue());
    }

    private static Stream<String> notHeld(Map.Entry<String, List<Round>> way) {
        long behind = way.getValue().stream()
                .filter(round -> !round.outcome().heldRate())
                .count();
        return behind == 0
                ? Stream.empty()
                : Stream.of(
                        "%s did not hold the rate in %d of %d rounds: its latencies are those of an overloaded machine"
                                .formatted(way.getKey(), behind, way.getValue().size()));
    }

    private String row(Figure figure) {
        return line(
                figure.label(),
                rounds.keySet().stream()
                        .map(way -> find(figure, way).map(figure::format).orElse(UNKNOWN)));
    }

    private static String line(String first, Stream<String> cells) {
        return "%-28s".formatted(first) + cells.map("%26s"::formatted).collect(Collectors.joining());
    }
}
