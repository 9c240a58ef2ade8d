package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;
import io.vertx.core.buffer.Buffer;

/**
 * A completion as it will be once it is whole.
 *
 * @param created epoch seconds
 * @param input tokens without output
 * @param release gives back what was set aside of the key's limit
 */
record Chat(String id, long created, OpenRouterModel model, Answer answer, Tokens input, Rate rate, Runnable release)
        implements Completion<OpenRouterError> {
    String finishReason() {
        return answer.cut() ? "length" : "stop";
    }

    NanoUsd cost() {
        return rate.cost(input.withOutput(answer.tokens()));
    }

    NanoUsd promptCost() {
        return rate.cost(input);
    }

    @Override
    public Buffer whole() {
        return ChatJson.whole(this);
    }

    @Override
    public AnswerEvents events() {
        return new ChatEvents(this);
    }

    @Override
    public String failure(OpenRouterError error) {
        return ChatEvents.failure(this, error);
    }

    @Override
    public void billed() {
        release.run();
    }
}
