package io.leasehold.sim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.prompt.TokenCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    @Test
    void theAnswerEchoesTheUser() {
        Answer answer = Answer.to("Say hello", 100);

        assertThat(answer.text()).isEqualTo("You said: Say hello");
        assertThat(answer.tokens()).isEqualTo(5);
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void aPromptOrdersTheLengthOfItsAnswer() {
        assertThat(Answer.to("Talk [[out=37]] please", null).tokens()).isEqualTo(37);
        assertThat(Answer.to("Talk [[out=37]] please", null).text()).doesNotContain("[[");
    }

    @Test
    void theMaximumCutsTheAnswer() {
        Answer answer = Answer.to("Talk [[out=1000]]", 12);

        assertThat(answer.tokens()).isEqualTo(12);
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void anOrderWithinTheMaximumIsNotCut() {
        assertThat(Answer.to("Talk [[out=12]]", 12).cut()).isFalse();
    }

    @Test
    void aLongPromptIsEchoedInPart() {
        assertThat(Answer.to("x".repeat(1_000_000), null).tokens()).isLessThan(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Grüße aus 東京", "🌍🌎🌏", "a🌍é世\n\"\\\t", "\uD83C", ""})
    void anyLengthOfAnyTextCountsAsOrdered(String text) {
        for (int ordered = 1; ordered < 60; ordered++) {
            Answer answer = Answer.to(text + "[[out=" + ordered + "]]", null);

            assertThat(TokenCount.of(answer.text())).isEqualTo(ordered);
            assertThat(answer.tokens()).isEqualTo(ordered);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Grüße aus 東京", "🌍🌎🌏", "a🌍é世\n\"\\\t"})
    void theTokensOfAnAnswerAreItsText(String text) {
        Answer answer = Answer.to(text + "[[out=50]]", null);
        TokenPieces pieces = answer.pieces();

        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < answer.tokens(); i++) {
            String piece = pieces.next();
            assertThat(piece).isNotEmpty();
            joined.append(piece);
        }

        assertThat(joined).hasToString(answer.text());
    }
}
