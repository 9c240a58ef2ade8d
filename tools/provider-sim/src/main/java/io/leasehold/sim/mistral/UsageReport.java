package io.leasehold.sim.mistral;

import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.TokenClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A month's usage in Mistral's shape: category, model, group, day. Only completions are ever filled. */
final class UsageReport {
    private static final Map<String, Object> NO_MODELS = Map.of("models", Map.of());
    private static final String ZONE = "global";

    private final List<LedgerRow> rows;
    private final String currency;

    UsageReport(List<LedgerRow> rows, String currency) {
        this.rows = rows;
        this.currency = currency;
    }

    private record Place(String model, String group, LocalDate day) {}

    record Row(Instant timestamp, long value, long valuePaid) {}

    record Price(
            String eventType,
            String billingMetric,
            String billingGroup,
            String apiZone,
            String serviceTier,
            String price) {}

    Map<String, @Nullable Object> body(YearMonth month, Instant now) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("completion", Map.of("models", models()));
        body.put("ocr", NO_MODELS);
        body.put("connectors", NO_MODELS);
        body.put("libraries_api", Map.of("pages", NO_MODELS, "tokens", NO_MODELS, "audio_seconds", NO_MODELS));
        body.put("fine_tuning", Map.of("training", Map.of(), "storage", Map.of()));
        body.put("audio", NO_MODELS);
        body.put("audio_characters", NO_MODELS);
        body.put("vibe_usage", 0);
        body.put("chat", NO_MODELS);
        body.put("date", now.truncatedTo(ChronoUnit.DAYS));
        body.put("previous_month", month.minusMonths(1).toString());
        body.put("next_month", isOver(month, now) ? month.plusMonths(1).toString() : null);
        body.put("start_date", start(month));
        body.put("end_date", start(month.plusMonths(1)).minusSeconds(1));
        body.put("currency", currency);
        body.put("currency_symbol", Currency.getInstance(currency).getSymbol(Locale.ENGLISH));
        body.put("prices", prices());
        return body;
    }

    private Map<String, Map<String, List<Row>>> models() {
        Map<Place, Long> sums = new LinkedHashMap<>();
        for (LedgerRow row : rows) {
            LocalDate day = Instant.ofEpochMilli(row.startedAt())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
            for (TokenClass tokenClass : TokenClass.values()) {
                long tokens = tokenClass.of(row.tokens());
                if (tokens != 0) {
                    sums.merge(new Place(row.rate().model(), group(tokenClass), day), tokens, Long::sum);
                }
            }
        }
        Map<String, Map<String, List<Row>>> models = new TreeMap<>();
        sums.forEach((place, tokens) -> models.computeIfAbsent(place.model(), added -> new TreeMap<>())
                .computeIfAbsent(place.group(), added -> new ArrayList<>())
                .add(new Row(place.day().atStartOfDay(ZoneOffset.UTC).toInstant(), tokens, tokens)));
        return models;
    }

    private List<Price> prices() {
        return rows.stream().map(LedgerRow::rate).collect(Collectors.toSet()).stream()
                .flatMap(rate -> List.of(TokenClass.INPUT, TokenClass.CACHE_READ, TokenClass.OUTPUT).stream()
                        .map(tokenClass -> price(rate, tokenClass)))
                .toList();
    }

    private static Price price(Rate rate, TokenClass tokenClass) {
        BigDecimal each = rate.perToken(tokenClass).stripTrailingZeros();
        return new Price("api_tokens", rate.model(), group(tokenClass), ZONE, "standard", each.toPlainString());
    }

    private static String group(TokenClass tokenClass) {
        return switch (tokenClass) {
            case INPUT, CACHE_WRITE_5M, CACHE_WRITE_1H -> "input";
            case CACHE_READ -> "input_cached";
            case OUTPUT -> "output";
        };
    }

    private static boolean isOver(YearMonth month, Instant now) {
        return !now.isBefore(start(month.plusMonths(1)));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
