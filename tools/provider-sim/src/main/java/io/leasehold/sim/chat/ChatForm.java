package io.leasehold.sim.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is a provider's own in a chat completion. */
public interface ChatForm {
    /**
     * Members beside the id, the kind and the time: the model, and what follows it.
     *
     * @param whole whether they open a whole answer and not a chunk
     */
    void head(JsonGenerator json, boolean whole) throws IOException;

    /** Members of a choice beside its index, its text and why it ended. */
    void choice(JsonGenerator json, @Nullable String finishReason) throws IOException;

    /** Members of a whole message beside its role and its text. */
    void message(JsonGenerator json) throws IOException;

    /** Members at the end of a whole answer: its usage, and what follows it. */
    void tail(JsonGenerator json) throws IOException;

    /** The members of a chunk that comes before all others; empty for none. */
    default Optional<Json.Content> opening() {
        return Optional.empty();
    }

    ChatStyle style();
}
