package io.leasehold.sim.anthropic;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;

/**
 * A message as it will be once it is whole.
 *
 * @param model as the caller named it
 * @param input tokens without output
 */
record Message(String id, String model, Answer answer, Tokens input, Rate rate) {
    String stopReason() {
        return answer.cut() ? "max_tokens" : "end_turn";
    }
}
