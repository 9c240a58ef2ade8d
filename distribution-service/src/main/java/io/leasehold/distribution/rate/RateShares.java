package io.leasehold.distribution.rate;

import io.leasehold.contracts.event.RateLimits;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import io.leasehold.distribution.limit.RateLimitStore;
import io.leasehold.distribution.limit.ScopeKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Answers what replicas ask of rate limits, in the transaction of their grant. */
public final class RateShares {
    /** How long what a request has taken counts. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** For how long the same share comes first where there is too little for all. */
    private static final int TURN_SECONDS = 10;

    private RateShares() {}

    /**
     * @param patience how long after a replica was last heard of it has certainly stopped to admit
     * @return one share per ask and in that order
     */
    public static List<GrantAnswer.Share> grant(Handle handle, List<ShareAsk> asks, Duration patience, Instant now) {
        if (asks.isEmpty()) {
            return List.of();
        }
        List<RateKey> keys = asks.stream().map(RateKey::of).distinct().sorted().toList();
        ShareStore.lock(handle, keys);
        Map<RateKey, ShareBook> books = open(handle, keys, patience, now);
        long turn = now.getEpochSecond() / TURN_SECONDS;
        PreparedBatch changes = ShareStore.upserts(handle);
        List<GrantAnswer.Share> answers = asks.stream()
                .map(ask -> answer(Objects.requireNonNull(books.get(RateKey.of(ask))), ask, turn, changes))
                .toList();
        changes.execute();
        return answers;
    }

    private static Map<RateKey, ShareBook> open(Handle handle, List<RateKey> keys, Duration patience, Instant now) {
        // Once they are locked, so that a limit that was lowered meanwhile counts.
        Map<ScopeKey, RateLimits> limits =
                RateLimitStore.find(handle, keys.stream().map(RateKey::scope).collect(Collectors.toSet()), now);
        Map<RateKey, Map<UUID, Share>> shares = ShareStore.find(handle, keys, silence(patience));
        Map<RateKey, ShareBook> books = new TreeMap<>();
        keys.forEach(key -> books.put(
                key,
                new ShareBook(
                        limits.getOrDefault(key.scope(), RateLimits.NONE).of(key.measure()),
                        shares.getOrDefault(key, Map.of()))));
        return books;
    }

    private static GrantAnswer.Share answer(ShareBook book, ShareAsk ask, long turn, PreparedBatch changes) {
        UUID id = ask.shareId();
        GrantAnswer.Share answer = book.ask(id, ask.returned(), ask.need(), ask.want(), turn);
        ShareStore.save(changes, RateKey.of(ask), id, book.share(id));
        return answer;
    }

    /** After this time a share that nobody has told of is free: its replica admits no more, and what it admitted has passed. */
    static Duration silence(Duration patience) {
        return patience.plus(MINUTE);
    }
}
