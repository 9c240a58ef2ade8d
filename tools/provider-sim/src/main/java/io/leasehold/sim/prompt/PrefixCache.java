package io.leasehold.sim.prompt;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.ledger.Tokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which prompt prefixes one organisation has cached. A marked prefix is written the first time and read from then on,
 * until its time has passed since its last use. There is no least size, so short tests see caching too.
 */
public final class PrefixCache {
    private static final int SWEEP_EVERY = 1024;
    private static final int LEAST_UNASKED = 1024;

    private record Entry(long expiresAt, CacheTtl ttl) {}

    /** A prefix that ends with {@code block}. */
    private record Prefix(ByteBuffer digest, int tokens, PromptBlock block) {}

    private final Map<ByteBuffer, Entry> entries = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public PrefixCache(InstantSource clock) {
        this.clock = clock;
    }

    /** Splits the input by what is cached under {@code scope}, and caches what is marked. There is no output yet. */
    public Tokens use(String scope, Prompt prompt) {
        int total = prompt.tokens();
        if (prompt.marks() == 0) {
            return new Tokens(total, 0, 0, 0, 0);
        }
        List<Prefix> prefixes = prefixes(scope, prompt.blocks());
        long now = clock.millis();
        int hit = longestHit(prefixes, now);
        int read = hit < 0 ? 0 : prefixes.get(hit).tokens();
        Map<CacheTtl, Integer> written = write(prefixes.subList(hit + 1, prefixes.size()), read, now);
        refresh(prefixes.subList(0, hit + 1), now);
        int fresh = total - prefixes.getLast().tokens();
        return new Tokens(
                fresh,
                read,
                written.getOrDefault(CacheTtl.FIVE_MINUTES, 0),
                written.getOrDefault(CacheTtl.ONE_HOUR, 0),
                0);
    }

    /** The same for providers that cache long prompts whole without being asked, and short ones not at all. */
    public Tokens unasked(String scope, Prompt prompt) {
        return prompt.tokens() < LEAST_UNASKED ? new Tokens(prompt.tokens(), 0, 0, 0, 0) : use(scope, prompt.cached());
    }

    /** A cached prefix counts wherever it ends, so that a conversation whose mark moves on still reads what it wrote. */
    private int longestHit(List<Prefix> prefixes, long now) {
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(prefixes.get(i).digest());
            if (entry != null && entry.expiresAt() > now) {
                return i;
            }
        }
        return -1;
    }

    private Map<CacheTtl, Integer> write(List<Prefix> prefixes, int alreadyRead, long now) {
        Map<CacheTtl, Integer> written = new EnumMap<>(CacheTtl.class);
        int covered = alreadyRead;
        for (Prefix prefix : prefixes) {
            CacheTtl ttl = prefix.block().mark();
            if (ttl != null) {
                written.merge(ttl, prefix.tokens() - covered, Integer::sum);
                covered = prefix.tokens();
                put(prefix.digest(), ttl, now);
            }
        }
        return written;
    }

    private void refresh(List<Prefix> prefixes, long now) {
        for (Prefix prefix : prefixes) {
            entries.computeIfPresent(
                    prefix.digest(), (digest, entry) -> entry.expiresAt() > now ? entry(entry.ttl(), now) : null);
        }
    }

    private void put(ByteBuffer digest, CacheTtl ttl, long now) {
        entries.put(digest, entry(ttl, now));
        if (entries.size() % SWEEP_EVERY == 0) {
            entries.values().removeIf(entry -> entry.expiresAt() <= now);
        }
    }

    private static Entry entry(CacheTtl ttl, long now) {
        return new Entry(now + ttl.duration().toMillis(), ttl);
    }

    /** The prefixes up to the last mark. Each digest goes over the one before it, the speaker and the text. */
    private static List<Prefix> prefixes(String scope, List<PromptBlock> blocks) {
        int lastMark = blocks.size() - 1;
        while (blocks.get(lastMark).mark() == null) {
            lastMark--;
        }
        List<Prefix> prefixes = new ArrayList<>(lastMark + 1);
        byte[] digest = scope.getBytes(StandardCharsets.UTF_8);
        int tokens = 0;
        for (PromptBlock block : blocks.subList(0, lastMark + 1)) {
            digest = next(digest, block);
            tokens += block.tokens();
            prefixes.add(new Prefix(ByteBuffer.wrap(digest), tokens, block));
        }
        return prefixes;
    }

    private static byte[] next(byte[] before, PromptBlock block) {
        MessageDigest sha256 = Digests.sha256();
        sha256.update(before);
        sha256.update((byte) 0);
        sha256.update(block.source().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(block.text().getBytes(StandardCharsets.UTF_8));
        return sha256.digest();
    }
}
