package io.leasehold.providers.price;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What requests cost by a table that was worked out by hand ({@code costs.csv}), to the nano-dollar. */
class CostTableTest {
    private static final String SEARCHES = "web_search";
    private static final BigDecimal NANO_PER_TOKEN = BigDecimal.valueOf(1_000);
    private static final BigDecimal NANO_PER_SEARCH = BigDecimal.valueOf(1_000_000);
    private static final PriceBook BOOK = PriceBook.builtIn();
    private static final List<Row> ROWS = read();

    /** @param price in USD per million; of searches per thousand */
    record Used(String what, long count, BigDecimal price) {
        static Used parse(String text) {
            String[] words = text.split(" ");
            return new Used(words[0], Long.parseLong(words[1]), new BigDecimal(words[3]));
        }

        BigDecimal nanoUsd(BigDecimal factor) {
            BigDecimal each = what.equals(SEARCHES) ? NANO_PER_SEARCH : NANO_PER_TOKEN.multiply(factor);
            return BigDecimal.valueOf(count).multiply(price).multiply(each);
        }
    }

    record Row(
            String provider,
            String model,
            Instant at,
            PricingTerms terms,
            List<Used> used,
            BigDecimal factor,
            OptionalLong nanoUsd) {

        static Row parse(String line) {
            String[] cells = line.split("\\|");
            return new Row(
                    cells[0],
                    cells[1],
                    Instant.parse(cells[2] + "T00:00:00Z"),
                    terms(cells[3]),
                    Stream.of(cells[4].split(" \\+ ")).map(Used::parse).toList(),
                    Stream.of(cells[5].split(" x ")).map(BigDecimal::new).reduce(BigDecimal.ONE, BigDecimal::multiply),
                    cells[6].equals("unknown") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[6])));
        }

        private static PricingTerms terms(String cell) {
            Map<String, String> words = Stream.of(cell.split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.split("="))
                    .collect(toMap(word -> word[0], word -> word[1]));
            return new PricingTerms(words.get("tier"), words.get("region"), words.get("speed"));
        }

        Tokens tokens() {
            return new Tokens(
                    count("input"),
                    count("cache_read"),
                    count("cache_write_5m"),
                    count("cache_write_1h"),
                    count("output"),
                    count("reasoning"),
                    count("audio_in"),
                    count("audio_out"),
                    count("image"));
        }

        long count(String what) {
            return used.stream()
                    .filter(each -> each.what().equals(what))
                    .mapToLong(Used::count)
                    .sum();
        }
    }

    static List<Row> rows() {
        return ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theBookSaysWhatTheTableSays(Row row) {
        Optional<ModelPrice> price = BOOK.find(row.provider(), row.model(), row.at());

        OptionalLong cost = price.isEmpty()
                ? OptionalLong.empty()
                : price.get().cost(row.tokens(), row.count(SEARCHES), row.terms());

        assertThat(cost).isEqualTo(row.nanoUsd());
    }

    /** So that nobody corrects a result without its sum. */
    @ParameterizedTest
    @MethodSource("rows")
    void theTablesSumsAreRight(Row row) {
        BigDecimal sum =
                row.used().stream().map(each -> each.nanoUsd(row.factor())).reduce(BigDecimal.ZERO, BigDecimal::add);

        row.nanoUsd()
                .ifPresent(nano ->
                        assertThat(sum.setScale(0, RoundingMode.HALF_UP)).isEqualByComparingTo(String.valueOf(nano)));
    }

    @Test
    void theTableIsAboutEveryProviderAndEveryClassOfTokens() {
        Set<String> used = ROWS.stream()
                .flatMap(row -> row.used().stream())
                .map(Used::what)
                .collect(toSet());

        assertThat(ROWS).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(ROWS.stream().map(Row::provider).collect(toSet()))
                .containsExactlyInAnyOrder(
                        "anthropic",
                        "openai",
                        "openrouter",
                        "google",
                        "azure-openai",
                        "cohere",
                        "mistral",
                        "github-copilot");
        assertThat(used)
                .contains(SEARCHES)
                .containsAll(Arrays.stream(TokenClass.values())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static List<Row> read() {
        try (InputStream file = Objects.requireNonNull(CostTableTest.class.getResourceAsStream("costs.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The table can't be read.", e);
        }
    }
}
