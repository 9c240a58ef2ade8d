package io.leasehold.distribution.rate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How a rate limit is divided among the shares of it. First each gets what its largest waiting request takes, beginning with
 * another share each turn, so that every one is served some time however little there is; then what it would like to have,
 * the most modest first. What nobody would like to have may stay where it is, in equal parts.
 */
final class Division {
    private final Map<UUID, Long> parts = new HashMap<>();
    private final long spareEach;

    /** @param turn any number that goes up by one from time to time */
    Division(long limit, Map<UUID, Share> shares, long turn) {
        long left = limit;
        for (Map.Entry<UUID, Share> share : inTurn(shares, turn)) {
            long need = share.getValue().need();
            long given = need <= left ? need : 0;
            parts.put(share.getKey(), given);
            left -= given;
        }
        left = fill(left, shares);
        long used = shares.values().stream().filter(share -> !share.isOver()).count();
        this.spareEach = used == 0 ? 0 : left / used;
    }

    private static List<Map.Entry<UUID, Share>> inTurn(Map<UUID, Share> shares, long turn) {
        List<Map.Entry<UUID, Share>> inTurn = new ArrayList<>(new TreeMap<>(shares).entrySet());
        if (!inTurn.isEmpty()) {
            Collections.rotate(inTurn, -Math.floorMod(turn, inTurn.size()));
        }
        return inTurn;
    }

    private long fill(long limit, Map<UUID, Share> shares) {
        List<Map.Entry<UUID, Share>> modestFirst = shares.entrySet().stream()
                .sorted(Comparator.<Map.Entry<UUID, Share>>comparingLong(this::missing)
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        long left = limit;
        int others = modestFirst.size();
        for (Map.Entry<UUID, Share> share : modestFirst) {
            long given = Math.min(missing(share), left / others);
            parts.merge(share.getKey(), given, Long::sum);
            left -= given;
            others--;
        }
        return left;
    }

    private long missing(Map.Entry<UUID, Share> share) {
        return Math.max(0, share.getValue().want() - part(share.getKey()));
    }

    /** What a share is to have. */
    long part(UUID id) {
        return parts.getOrDefault(id, 0L);
    }

    /** What its replica may keep if it has it. */
    long keep(UUID id) {
        return part(id) + spareEach;
    }
}
