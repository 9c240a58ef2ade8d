package io.leasehold.providers.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * What one message says, in one way only: however a client writes what the model has answered when it sends it again, the
 * bytes are the same. Left out are marks of what is to be cached, ids, and thoughts, which clients may drop later on.
 */
public final class CanonicalMessage {
    private static final JsonMapper JSON = new JsonMapper();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final StringBuilder text = new StringBuilder();

    private enum Part {
        ROLE('r'),
        TEXT('t'),
        CALL('c'),
        ARGUMENTS('a'),
        RESULT('s'),
        OTHER('o');

        private final char mark;

        Part(char mark) {
            this.mark = mark;
        }
    }

    public CanonicalMessage(String role) {
        put(Part.ROLE, role);
    }

    /** Texts that follow one another are one. */
    public CanonicalMessage text(String more) {
        text.append(more);
        return this;
    }

    /** What a tool is called with. */
    public CanonicalMessage call(String name, JsonNode arguments) {
        endText();
        put(Part.CALL, name);
        put(Part.ARGUMENTS, CanonicalJson.write(arguments));
        return this;
    }

    /** The same where the arguments are JSON within a string. */
    public CanonicalMessage call(String name, String arguments) {
        endText();
        put(Part.CALL, name);
        put(Part.ARGUMENTS, normal(arguments));
        return this;
    }

    /** What a tool has answered. */
    public CanonicalMessage result(String result) {
        endText();
        put(Part.RESULT, result.strip());
        return this;
    }

    /** Images, documents and what else there is. */
    public CanonicalMessage other(JsonNode part) {
        endText();
        put(Part.OTHER, CanonicalJson.write(part));
        return this;
    }

    public byte[] bytes() {
        endText();
        return bytes.toByteArray();
    }

    private static String normal(String arguments) {
        try {
            return CanonicalJson.write(JSON.readTree(arguments));
        } catch (JsonProcessingException noJson) {
            return arguments.strip();
        }
    }

    /** Providers want no space at the end of an answer that is sent again, so that clients take it off. */
    private void endText() {
        String said = text.toString().strip();
        text.setLength(0);
        if (!said.isEmpty()) {
            put(Part.TEXT, said);
        }
    }

    private void put(Part part, String value) {
        byte[] written = value.getBytes(UTF_8);
        bytes.write(part.mark);
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(written.length).array());
        bytes.writeBytes(written);
    }
}
