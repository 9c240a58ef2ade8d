package io.leasehold.providers.dialect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a route's bodies hold the messages of a conversation. What a request brings of earlier answers is the same, byte by
 * byte, as what {@link #answer} made of them. What operators tell the model (system texts) is no message: it may hold the
 * time of day. Builds a tree per message, so it is for when nobody waits any more.
 *
 * @param field of a request that holds its messages: an array of them, one, or a text of the user's
 * @param reader of one message
 * @param answers makes what puts one answer together
 */
public record ConversationForm(String field, MessageReader reader, Supplier<? extends Assembly> answers) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENT_STREAM = "text/event-stream";

    /** Reads one message, as it stands in a request. */
    @FunctionalInterface
    public interface MessageReader {
        /** Null for what does not count. */
        @Nullable
        CanonicalMessage read(JsonNode message);
    }

    /** Puts an answer together, out of one document or the events of a stream. */
    public interface Assembly {
        void document(JsonNode document);

        /** The answer's messages as a request would bring them; none where there was no answer. */
        List<JsonNode> messages();
    }

    /**
     * Shows each message of a request, in order.
     *
     * @throws IOException when it is no JSON
     */
    public void request(byte[] body, int length, Consumer<byte[]> messages) throws IOException {
        try (JsonParser parser = JSON.createParser(body, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(field);
                parser.nextToken();
                if (wanted) {
                    messages(parser, messages);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void messages(JsonParser parser, Consumer<byte[]> messages) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            show(parser.readValueAsTree(), messages);
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            show(parser.readValueAsTree(), messages);
        }
    }

    private void show(JsonNode message, Consumer<byte[]> messages) {
        CanonicalMessage read = message instanceof TextNode text
                ? new CanonicalMessage("user").text(text.textValue())
                : message.isObject() ? reader.read(message) : null;
        if (read != null) {
            messages.accept(read.bytes());
        }
    }

    /**
     * The messages that an answer adds; none where it holds none.
     *
     * @throws IOException when it is no JSON
     */
    public List<byte[]> answer(byte[] body, int length, @Nullable String contentType) throws IOException {
        Assembly assembly = answers.get();
        if (contentType != null && contentType.regionMatches(true, 0, EVENT_STREAM, 0, EVENT_STREAM.length())) {
            Events events = new Events(assembly);
            EventStream stream = new EventStream(events);
            stream.feed(body, 0, length);
            stream.end();
        } else {
            documents(JSON.readTree(body, 0, length), assembly);
        }
        return assembly.messages().stream()
                .map(reader::read)
                .filter(Objects::nonNull)
                .map(CanonicalMessage::bytes)
                .toList();
    }

    private static void documents(JsonNode body, Assembly assembly) {
        if (body.isArray()) {
            body.forEach(assembly::document);
        } else {
            assembly.document(body);
        }
    }

    /** Events that are no JSON tell nothing. */
    private static final class Events implements EventStream.Listener {
        private final Assembly assembly;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();

        Events(Assembly assembly) {
            this.assembly = assembly;
        }

        @Override
        public void data(byte[] bytes, int offset, int length) {
            data.write(bytes, offset, length);
        }

        @Override
        public void end() {
            try {
                assembly.document(JSON.readTree(data.toByteArray()));
            } catch (JsonProcessingException noJson) {
                // Such as the word that ends a stream.
            } catch (IOException impossible) {
                throw new java.io.UncheckedIOException("Reading from memory does not fail.", impossible);
            } finally {
                data.reset();
            }
        }

        @Override
        public void done() {}
    }

    /** A list for assemblies that have one message or none. */
    public static List<JsonNode> listOf(@Nullable JsonNode message) {
        List<JsonNode> messages = new ArrayList<>(1);
        if (message != null && message.isObject()) {
            messages.add(message);
        }
        return messages;
    }
}
