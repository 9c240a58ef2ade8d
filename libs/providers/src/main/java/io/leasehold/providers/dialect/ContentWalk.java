package io.leasehold.providers.dialect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks through messages, system texts and tools at any depth, and looks at what decides about money: the types of
 * content, and marks of what is to be cached.
 */
public final class ContentWalk {
    private static final Set<String> TYPE = Set.of("type");

    private final Set<String> typeNames;
    private final Set<String> opaque;
    private final Consumer<String> types;
    private final Set<String> media;
    private CacheWrites cacheWrites = CacheWrites.NONE;
    private long mediaBytes;
    /** Where a string of media begins that was not passed over yet; -1 where there is none. */
    private long mediaStart = -1;

    /**
     * @param media fields that hold images and the like, encoded
     * @param opaque fields whose values are the client's own data, in which a type means nothing
     * @param types told of every type of content
     */
    public ContentWalk(Set<String> media, Set<String> opaque, Consumer<String> types) {
        this(TYPE, media, opaque, types);
    }

    /** @param typeNames the fields that say what a part of the content is */
    public ContentWalk(Set<String> typeNames, Set<String> media, Set<String> opaque, Consumer<String> types) {
        this.typeNames = typeNames;
        this.media = media;
        this.opaque = opaque;
        this.types = types;
    }

    /** The dearest cache that was marked so far. */
    public CacheWrites cacheWrites() {
        return cacheWrites;
    }

    /** How many bytes of what was walked through are encoded media. */
    public long mediaBytes() {
        return mediaBytes;
    }

    /** Consumes a value and returns how many objects and arrays stand directly in it. */
    public int walk(RequestBody body) throws IOException {
        if (!body.isContainer()) {
            return 0;
        }
        JsonParser parser = body.parser();
        int direct = 0;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            endMedia(parser);
            direct += depth == 1 && token.isStructStart() ? 1 : 0;
            depth += change(token);
            if (token == JsonToken.FIELD_NAME) {
                depth += member(parser.currentName(), body);
            }
        }
        return direct;
    }

    /** Consumes the mark of what is to be cached; five minutes unless it says more. */
    public void cacheControl(RequestBody body) throws IOException {
        if (body.isNull()) {
            return;
        }
        mark(CacheWrites.FIVE_MINUTES);
        if (!body.isContainer()) {
            return;
        }
        JsonParser parser = body.parser();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += change(token);
            // A time that is not known may be the dearest.
            if (token == JsonToken.VALUE_STRING
                    && "ttl".equals(parser.currentName())
                    && !parser.getText().equals("5m")) {
                mark(CacheWrites.ONE_HOUR);
            }
        }
    }

    /** Stands on a name; returns by how much the depth has changed when the value is looked at as far as need be. */
    private int member(String name, RequestBody body) throws IOException {
        if (opaque.contains(name)) {
            body.parser().nextToken();
            body.skip();
        } else if (name.equals("cache_control")) {
            body.parser().nextToken();
            cacheControl(body);
        } else if (typeNames.contains(name)) {
            JsonToken value = body.parser().nextToken();
            if (value == JsonToken.VALUE_STRING) {
                types.accept(body.parser().getText());
            }
            return change(value);
        } else if (media.contains(name)) {
            JsonToken value = body.parser().nextToken();
            mediaStart = value == JsonToken.VALUE_STRING
                    ? body.parser().currentTokenLocation().getByteOffset()
                    : -1;
            return change(value);
        }
        return 0;
    }

    /** Measured from where the next token begins, so that a long string need not be decoded. */
    private void endMedia(JsonParser parser) {
        if (mediaStart >= 0) {
            mediaBytes += parser.currentTokenLocation().getByteOffset() - mediaStart;
            mediaStart = -1;
        }
    }

    private void mark(CacheWrites marked) {
        if (marked.compareTo(cacheWrites) > 0) {
            cacheWrites = marked;
        }
    }

    private static int change(JsonToken token) {
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }
}
