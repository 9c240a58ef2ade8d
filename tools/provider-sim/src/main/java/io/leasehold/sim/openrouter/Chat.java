package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;

/**
 * A completion as it will be once it is whole.
 *
 * @param created epoch seconds
 * @param input tokens without output
 */
record Chat(String id, long created, OpenRouterModel model, Answer answer, Tokens input, Rate rate) {
    String finishReason() {
        return answer.cut() ? "length" : "stop";
    }

    NanoUsd cost() {
        return rate.cost(input.withOutput(answer.tokens()));
    }

    NanoUsd promptCost() {
        return rate.cost(input);
    }
}
