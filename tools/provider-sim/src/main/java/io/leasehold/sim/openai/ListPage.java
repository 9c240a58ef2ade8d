package io.leasehold.sim.openai;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list that is walked by {@code after}. */
record ListPage<V>(
        String object,
        List<V> data,
        @Nullable String firstId,
        @Nullable String lastId,
        boolean hasMore) {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    static <T, V> ListPage<V> of(List<T> all, Function<T, String> id, Query query, Function<T, V> view) {
        int limit = query.number("limit", USUAL, 1, MOST);
        int from =
                query.one("after").map(cursor -> indexOf(all, id, cursor) + 1).orElse(0);
        List<T> page = all.subList(from, Math.min(all.size(), from + limit));
        return new ListPage<>(
                "list",
                page.stream().map(view).toList(),
                page.isEmpty() ? null : id.apply(page.getFirst()),
                page.isEmpty() ? null : id.apply(page.getLast()),
                from + page.size() < all.size());
    }

    private static <T> int indexOf(List<T> all, Function<T, String> id, String cursor) {
        Optional<T> found =
                all.stream().filter(each -> id.apply(each).equals(cursor)).findFirst();
        return all.indexOf(found.orElseThrow(() -> new InvalidRequest("after: there is no " + cursor)));
    }
}
