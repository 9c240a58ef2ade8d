package io.leasehold.kit.page;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted.
 *
 * @param limit how many items, 1 to 500
 * @param position after which item to begin; null for the first page
 */
public record PageRequest(int limit, @Nullable String position) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    /** As they come from the query; both may be missing. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw new InvalidRequestProblem("limit", "must be from 1 to " + MAX_LIMIT);
        }
        return new PageRequest(wanted, cursor == null ? null : Cursor.decode(cursor));
    }

    /** How many rows to read to know whether there is another page. */
    public int oneMore() {
        return limit + 1;
    }

    /** The position, where lists are ordered by id. */
    public Optional<UUID> positionId() {
        try {
            return Optional.ofNullable(position).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            throw Cursor.invalid();
        }
    }

    /** The position, where it is told by how many items come before. */
    public int offset() {
        try {
            int offset = position == null ? 0 : Integer.parseInt(position);
            if (offset >= 0) {
                return offset;
            }
        } catch (NumberFormatException malformed) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }
}
