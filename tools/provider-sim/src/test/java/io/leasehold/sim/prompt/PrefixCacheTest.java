package io.leasehold.sim.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.time.SimClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefixCacheTest {
    private final SimClock clock = new SimClock();
    private final PrefixCache cache = new PrefixCache(clock);

    @Test
    void withoutAMarkNothingIsCached() {
        Prompt prompt = prompt(plain("system", 100), plain("user", 10));

        assertThat(cache.use("m", prompt)).isEqualTo(new Tokens(110, 0, 0, 0, 0));
        assertThat(cache.use("m", prompt)).isEqualTo(new Tokens(110, 0, 0, 0, 0));
    }

    @Test
    void aMarkedPrefixIsWrittenOnceAndReadFromThenOn() {
        Prompt prompt = prompt(marked("system", 100, CacheTtl.FIVE_MINUTES), plain("user", 10));

        assertThat(cache.use("m", prompt)).isEqualTo(new Tokens(10, 0, 100, 0, 0));
        assertThat(cache.use("m", prompt)).isEqualTo(new Tokens(10, 100, 0, 0, 0));
    }

    @Test
    void eachMarkIsWrittenForItsOwnTime() {
        Prompt prompt = prompt(
                marked("tools", 30, CacheTtl.ONE_HOUR),
                plain("between", 5),
                marked("system", 100, CacheTtl.FIVE_MINUTES),
                plain("user", 10));

        assertThat(cache.use("m", prompt)).isEqualTo(new Tokens(10, 0, 105, 30, 0));

        clock.shiftTo(Duration.ofMinutes(6));
        assertThat(cache.use("m", prompt)).isEqualTo(new Tokens(10, 30, 105, 0, 0));
    }

    @Test
    void aConversationReadsWhatItWroteThoughItsMarkMovesOn() {
        Prompt first = prompt(marked("one", 20, CacheTtl.FIVE_MINUTES));
        Prompt second = prompt(plain("one", 20), plain("two", 7), marked("three", 9, CacheTtl.FIVE_MINUTES));

        assertThat(cache.use("m", first)).isEqualTo(new Tokens(0, 0, 20, 0, 0));
        assertThat(cache.use("m", second)).isEqualTo(new Tokens(0, 20, 16, 0, 0));
    }

    @Test
    void useKeepsAPrefixAlive() {
        Prompt prompt = prompt(marked("system", 100, CacheTtl.FIVE_MINUTES));
        cache.use("m", prompt);

        clock.shiftTo(Duration.ofMinutes(4));
        assertThat(cache.use("m", prompt).cacheRead()).isEqualTo(100);
        clock.shiftTo(Duration.ofMinutes(8));
        assertThat(cache.use("m", prompt).cacheRead()).isEqualTo(100);
        clock.shiftTo(Duration.ofMinutes(14));
        assertThat(cache.use("m", prompt).cacheRead()).isZero();
    }

    @Test
    void anotherModelAnotherTextOrAnotherSpeakerReadsNothing() {
        cache.use("m", prompt(marked("system", 100, CacheTtl.FIVE_MINUTES)));

        assertThat(cache.use("n", prompt(marked("system", 100, CacheTtl.FIVE_MINUTES)))
                        .cacheRead())
                .isZero();
        assertThat(cache.use("m", prompt(marked("System", 100, CacheTtl.FIVE_MINUTES)))
                        .cacheRead())
                .isZero();
        PromptBlock said = new PromptBlock("assistant", "system", 100, true, CacheTtl.FIVE_MINUTES);
        assertThat(cache.use("m", prompt(said)).cacheRead()).isZero();
    }

    private static Prompt prompt(PromptBlock... blocks) {
        return new Prompt(List.of(blocks), "");
    }

    private static PromptBlock plain(String text, int tokens) {
        return new PromptBlock("user", text, tokens, true, null);
    }

    private static PromptBlock marked(String text, int tokens, CacheTtl ttl) {
        return new PromptBlock("user", text, tokens, true, ttl);
    }
}
