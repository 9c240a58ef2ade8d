package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.anthropic.report.AnalyticsQuery.Cell;
import io.leasehold.sim.report.PageToken;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of an analytics report; buckets without data are left out. */
public record AnalyticsPage(
        List<Map<String, @Nullable Object>> data,
        boolean hasMore,
        @Nullable String nextPage,
        Instant dataRefreshedAt) {

    private record ApiActor(String type, @Nullable String apiKeyId) {}

    /**
     * @param shown the dimensions that a row's group names, grouped by or not
     * @param figure what the rows are ordered by unless that is the time
     * @param figures puts a row's figures
     */
    static <S, V extends Comparable<V>> AnalyticsPage of(
            AnalyticsQuery query,
            Map<Cell, S> sums,
            Collection<Dimension> shown,
            Function<S, V> figure,
            BiConsumer<Map<String, @Nullable Object>, S> figures,
            Instant now) {
        Comparator<Entry<Cell, S>> order = query.orderBy().equals(AnalyticsQuery.TIME)
                ? Comparator.comparing(row -> row.getKey().start())
                : Comparator.comparing(row -> figure.apply(row.getValue()));
        List<Map<String, @Nullable Object>> page = sums.entrySet().stream()
                .sorted((query.ascending() ? order : order.reversed()).thenComparing(Entry::getKey, Cell.BY_TIME))
                .skip(query.offset())
                .limit(query.limit())
                .map(row -> row(query, shown, row.getKey(), row.getValue(), figures))
                .toList();
        int next = query.offset() + page.size();
        String token = next < sums.size() ? PageToken.of(next) : null;
        return new AnalyticsPage(page, token != null, token, now);
    }

    private static <S> Map<String, @Nullable Object> row(
            AnalyticsQuery query,
            Collection<Dimension> shown,
            Cell cell,
            S sum,
            BiConsumer<Map<String, @Nullable Object>, S> figures) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("starting_at", cell.start());
        row.put("ending_at", query.range().bucketEnd(cell.start()));
        row.put("group", group(query, shown, cell));
        figures.accept(row, sum);
        return row;
    }

    private static Map<String, @Nullable Object> group(AnalyticsQuery query, Collection<Dimension> shown, Cell cell) {
        Map<Dimension, @Nullable String> values = query.grouping().values(cell.group());
        Map<String, @Nullable Object> group = new LinkedHashMap<>();
        for (Dimension dimension : shown) {
            String value = values.get(dimension);
            boolean actor = dimension == Dimension.ACTOR && value != null;
            group.put(dimension.wireName(), actor ? new ApiActor("api_actor", value) : value);
        }
        return group;
    }
}
