package io.leasehold.key.apikey;

import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a list of keys is ordered. Each order has an index, and a position that is found in it. */
enum KeySort {
    NEWEST("-created_at", "key_id", "desc", "<"),
    OLDEST("created_at", "key_id", "asc", ">"),
    NAME("name", "name", "asc", ">"),
    NAME_BACKWARDS("-name", "name", "desc", "<");

    private final String wireName;
    private final String column;
    private final String direction;
    private final String beyond;

    KeySort(String wireName, String column, String direction, String beyond) {
        this.wireName = wireName;
        this.column = column;
        this.direction = direction;
        this.beyond = beyond;
    }

    /** @throws InvalidRequestProblem naming those there are */
    static KeySort of(@Nullable String wireName) {
        return wireName == null
                ? NEWEST
                : Arrays.stream(values())
                        .filter(sort -> sort.wireName.equals(wireName))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequestProblem(
                                "sort",
                                "is none; use one of "
                                        + Arrays.stream(values())
                                                .map(sort -> sort.wireName)
                                                .collect(Collectors.joining(", "))));
    }

    /** SQL, made of constants only. */
    String orderBy() {
        return "k." + column + " " + direction;
    }

    /** SQL, made of constants only: what comes after the position {@code :position}. */
    String afterPosition() {
        return "k." + column + " " + beyond + " :position";
    }

    @Nullable
    Object position(PageRequest page) {
        return isById() ? page.positionId().orElse(null) : page.position();
    }

    String positionOf(ApiKey key) {
        return isById() ? key.keyId().toString() : key.name();
    }

    private boolean isById() {
        return this == NEWEST || this == OLDEST;
    }
}
