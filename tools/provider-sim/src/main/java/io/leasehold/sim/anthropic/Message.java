package io.leasehold.sim.anthropic;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message as it will be once it is whole.
 *
 * @param requestId of the call
 * @param model as the caller named it
 * @param input tokens without output
 */
record Message(String id, @Nullable String requestId, String model, Answer answer, Tokens input, Rate rate)
        implements Completion<AnthropicError> {
    String stopReason() {
        if (answer.tool() != null) {
            return "tool_use";
        }
        return answer.cut() ? "max_tokens" : "end_turn";
    }

    /** Of the tool's use, if there is one. */
    String toolUseId() {
        return "toolu_01" + id.substring("msg_01".length());
    }

    @Override
    public Buffer whole() {
        return MessageJson.whole(this);
    }

    @Override
    public AnswerEvents events() {
        return new MessageEvents(this);
    }

    @Override
    public String failure(AnthropicError error) {
        return MessageEvents.event("error", new String(Json.bytes(error.body(requestId)), StandardCharsets.UTF_8));
    }
}
