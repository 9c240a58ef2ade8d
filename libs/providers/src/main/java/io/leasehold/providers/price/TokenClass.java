package io.leasehold.providers.price;

import io.leasehold.contracts.Tokens;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The disjoint classes of tokens. A class without a price of its own costs what its parent costs. */
public enum TokenClass {
    INPUT(null, Tokens::input),
    CACHE_READ(INPUT, Tokens::cacheRead),
    CACHE_WRITE_5M(INPUT, Tokens::cacheWrite5m),
    CACHE_WRITE_1H(CACHE_WRITE_5M, Tokens::cacheWrite1h),
    OUTPUT(null, Tokens::output),
    REASONING(OUTPUT, Tokens::reasoning),
    AUDIO_IN(INPUT, Tokens::audioIn),
    AUDIO_OUT(OUTPUT, Tokens::audioOut),
    IMAGE(INPUT, Tokens::image);

    private final @Nullable TokenClass parent;
    private final ToLongFunction<Tokens> count;

    TokenClass(@Nullable TokenClass parent, ToLongFunction<Tokens> count) {
        this.parent = parent;
        this.count = count;
    }

    @Nullable
    TokenClass parent() {
        return parent;
    }

    long of(Tokens tokens) {
        return count.applyAsLong(tokens);
    }

    /** @throws IllegalArgumentException when no class has that name */
    static TokenClass of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
