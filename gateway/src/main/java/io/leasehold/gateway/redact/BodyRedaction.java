package io.leasehold.gateway.redact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leasehold.providers.dialect.JsonEscapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes out of bodies what must not be told: of JSON, whole or cut off, of streams of it, and of anything else. */
public final class BodyRedaction {
    /** What would not be in the tree of a document must not be told with it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String EVENT_STREAM = "text/event-stream";
    private static final String EVENT = "event:";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Redaction redaction;

    public BodyRedaction(Redaction redaction) {
        this.redaction = redaction;
    }

    /** A body as it may be told. What comes after the last whole part of a stream is left out. */
    public String apply(String body, @Nullable String contentType) {
        String text = body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body;
        if (isStream(text, contentType)) {
            return new EventRedaction(redaction, BodyRedaction::document, this::json).apply(text);
        }
        return text.stripLeading().startsWith("[") ? elements(text) : json(text);
    }

    /** Also where it is called something else. */
    private static boolean isStream(String text, @Nullable String contentType) {
        return (contentType != null && contentType.regionMatches(true, 0, EVENT_STREAM, 0, EVENT_STREAM.length()))
                || text.startsWith(EventRedaction.DATA)
                || text.startsWith(EVENT);
    }

    /** What is no JSON either comes out right: the same is looked for between quotes and outside. */
    private String json(String body) {
        StringBuilder told = new StringBuilder(body.length());
        int from = 0;
        int quote = body.indexOf('"');
        while (quote >= 0) {
            int end = endOfString(body, quote + 1);
            told.append(redaction.apply(body.substring(from, quote), "\"")).append('"');
            told.append(string(body.substring(quote + 1, end)));
            if (end < body.length()) {
                told.append('"');
            }
            from = Math.min(end + 1, body.length());
            quote = body.indexOf('"', from);
        }
        return told.append(redaction.apply(body.substring(from), "\"")).toString();
    }

    private static int endOfString(String body, int from) {
        int i = from;
        while (i < body.length() && body.charAt(i) != '"') {
            i += body.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, body.length());
    }

    private String string(String raw) {
        String said = JsonEscapes.decode(raw);
        String told = redaction.apply(said);
        return told.equals(said)
                ? raw
                : new String(JsonStringEncoder.getInstance().quoteAsString(told));
    }

    private static @Nullable JsonNode document(String json) {
        try {
            JsonNode read = JSON.readTree(json);
            return read.isContainerNode() ? read : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    /** An array that may be a stream whose elements come one after the other. */
    private String elements(String body) {
        Documents documents = new Documents(redaction);
        List<JsonNode> elements = new ArrayList<>();
        boolean whole = false;
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(body)) {
            while (values.hasNextValue()) {
                elements.add(values.nextValue());
                documents.add(elements.getLast());
            }
            whole = true;
        } catch (IOException cutOff) {
            // What is there of the last element is left out.
        }
        if (elements.isEmpty()) {
            return json(body);
        }
        documents.redact();
        StringBuilder told = new StringBuilder(body.length()).append('[');
        elements.forEach(element -> told.append(element).append(",\n"));
        told.setLength(told.length() - 2);
        return told.append(whole ? "]" : "").toString();
    }
}
