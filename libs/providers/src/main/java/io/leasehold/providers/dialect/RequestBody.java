package io.leasehold.providers.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a JSON request body. Strings that nobody asks for are passed over without being decoded. What a provider
 * might read in another way than we do makes the body a bad request: a top-level field that is given twice, any encoding
 * but UTF-8, and bytes that one decoder takes for a character and another one does not.
 */
public final class RequestBody {
    private static final int DEEPEST = 200;
    private static final int LONGEST_NAME = 256;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Names come from clients: none of them may stay in memory for good.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** Reads the fields of one dialect. */
    public interface FieldReader {
        /** Consumes exactly the value of a top-level field, on which the body stands. */
        void field(String name, RequestBody body) throws IOException;

        /**
         * What was found, once all fields are read.
         *
         * @param length of the whole body, in bytes
         */
        RequestScan result(int length) throws IOException;
    }

    private final JsonParser parser;

    private RequestBody(JsonParser parser) {
        this.parser = parser;
    }

    public static RequestScan scan(byte[] bytes, int offset, int length, FieldReader reader) {
        if (!Utf8.isValid(bytes, offset, length)) {
            return new RequestScan.BadRequest("The body is no UTF-8.");
        }
        try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
            new RequestBody(parser).readObject(reader);
            return reader.result(length);
        } catch (BadField e) {
            return new RequestScan.BadRequest(e.explanation);
        } catch (StreamConstraintsException e) {
            return new RequestScan.BadRequest("The body is nested too deeply, or a name or number in it is too long.");
        } catch (JsonProcessingException e) {
            return new RequestScan.BadRequest("The body is no valid JSON.");
        } catch (IOException e) {
            return new RequestScan.BadRequest("The body can't be read.");
        }
    }

    private void readObject(FieldReader reader) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw bad("The body must be a JSON object.");
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (!seen.add(name)) {
                throw bad("The body has a field twice.");
            }
            parser.nextToken();
            reader.field(name, this);
        }
        if (parser.nextToken() != null) {
            throw bad("The body has something after its end.");
        }
    }

    /** Refuses the body; the message repeats nothing from it. */
    public static IOException bad(String message) {
        return new BadField(message);
    }

    /** Passes over the value, whatever it is. */
    public void skip() throws IOException {
        parser.skipChildren();
    }

    /** A short string; null for {@code null}. */
    public @Nullable String name(String field) throws IOException {
        if (isNull()) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() > LONGEST_NAME) {
            throw bad(field + " must be a string of at most " + LONGEST_NAME + " characters.");
        }
        return parser.getText();
    }

    /** A whole number above 0 that fits an int; -1 for {@code null}. */
    public long positive(String field) throws IOException {
        if (isNull()) {
            return -1;
        }
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT;
        if (!whole || parser.getIntValue() < 1) {
            throw bad(field + " must be a whole number above 0.");
        }
        return parser.getIntValue();
    }

    /** True or false; {@code null} is false. */
    public boolean flag(String field) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw bad(field + " must be true or false.");
        };
    }

    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Whether the value is an object or an array. */
    public boolean isContainer() {
        return parser.currentToken().isStructStart();
    }

    /** Where the value begins, from the body's beginning. */
    public long position() {
        return parser.currentTokenLocation().getByteOffset();
    }

    /** Passes over the value; whether it is {@code null}, or an array or object with nothing in it. */
    public boolean isEmpty() throws IOException {
        if (!isContainer()) {
            return isNull();
        }
        int depth = 1;
        int tokens = 0;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : 0;
            depth -= token.isStructEnd() ? 1 : 0;
            tokens++;
        }
        return tokens == 1;
    }

    /** Where the walk stands, for what this class does not offer. */
    public JsonParser parser() {
        return parser;
    }

    private static final class BadField extends IOException {
        private final String explanation;

        BadField(String explanation) {
            super(explanation);
            this.explanation = explanation;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
