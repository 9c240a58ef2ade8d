package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.chat.ChatCompletion;
import io.leasehold.sim.chat.ChatEvents;
import io.leasehold.sim.format.Json;
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
    NanoUsd cost() {
        return rate.cost(input.withOutput(answer.tokens()));
    }

    NanoUsd promptCost() {
        return rate.cost(input);
    }

    @Override
    public Buffer whole() {
        return completion().whole();
    }

    @Override
    public AnswerEvents events() {
        return completion().events();
    }

    /** A chunk that says both that it failed and why, then the end as usual. */
    @Override
    public String failure(OpenRouterError error) {
        String chunk = completion().lastChunk("error", json -> {
            json.writeFieldName("error");
            Json.MAPPER.writeValue(json, error.inStream());
        });
        return chunk + ChatEvents.DONE;
    }

    private ChatCompletion completion() {
        return new ChatCompletion(id, created, answer, new OpenRouterChatForm(this));
    }

    @Override
    public void billed() {
        release.run();
    }
}
