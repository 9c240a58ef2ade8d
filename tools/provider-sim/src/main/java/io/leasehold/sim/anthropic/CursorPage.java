package io.leasehold.sim.anthropic;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list that is walked by {@code after_id} and {@code before_id}. */
record CursorPage<T>(
        List<T> data,
        boolean hasMore,
        @Nullable String firstId,
        @Nullable String lastId) {
    private static final int USUAL = 20;
    private static final int MOST = 1000;

    static <T> CursorPage<T> of(List<T> all, Function<T, String> id, Query query) {
        int limit = query.number("limit", USUAL, 1, MOST);
        Optional<String> after = query.one("after_id");
        Optional<String> before = query.one("before_id");
        if (after.isPresent() && before.isPresent()) {
            throw new InvalidRequest("after_id and before_id can't be used together");
        }
        if (before.isPresent()) {
            int to = indexOf(all, id, "before_id", before.get());
            int from = Math.max(0, to - limit);
            return page(all.subList(from, to), id, from > 0);
        }
        int from = after.map(cursor -> indexOf(all, id, "after_id", cursor) + 1).orElse(0);
        int to = Math.min(all.size(), from + limit);
        return page(all.subList(from, to), id, to < all.size());
    }

    <R> CursorPage<R> map(Function<T, R> view) {
        return new CursorPage<>(data.stream().map(view).toList(), hasMore, firstId, lastId);
    }

    private static <T> CursorPage<T> page(List<T> part, Function<T, String> id, boolean hasMore) {
        String first = part.isEmpty() ? null : id.apply(part.getFirst());
        String last = part.isEmpty() ? null : id.apply(part.getLast());
        return new CursorPage<>(part, hasMore, first, last);
    }

    private static <T> int indexOf(List<T> all, Function<T, String> id, String parameter, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(cursor)) {
                return i;
            }
        }
        throw new InvalidRequest(parameter + ": there is no " + cursor);
    }
}
