package io.leasehold.kit.page;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor to be given back as {@code cursor} for the next page; null on the last one
 */
public record Page<T>(
        @Schema(description = "What is on this page, in order")
        List<T> items,

        @Schema(
                description = "Send it as cursor for the next page; null on the last one",
                examples = "MDE5OWYwMDA",
                nullable = true)
        @Nullable
        String nextCursor) {

    /**
     * Makes a page out of one row more than was asked for, which tells whether there is a next one.
     *
     * @param position what the next page begins after
     */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, Function<T, String> position) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(List.copyOf(oneMore), null);
        }
        List<T> items = List.copyOf(oneMore.subList(0, request.limit()));
        return new Page<>(items, Cursor.encode(position.apply(items.getLast())));
    }

    /** The same where the next page begins after so and so many items. */
    public static <T> Page<T> counted(List<T> oneMore, PageRequest request) {
        return of(oneMore, request, last -> Integer.toString(request.offset() + request.limit()));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextCursor);
    }
}
