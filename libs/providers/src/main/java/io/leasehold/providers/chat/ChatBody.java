package io.leasehold.providers.chat;

import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.dialect.ContentWalk;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the bodies of requests have in common, whichever provider of this dialect they are for. */
public final class ChatBody {
    /** Framing, and what a provider says to the model of its own. */
    private static final int OVERHEAD = 512;

    private static final int TOOLS_OVERHEAD = 1024;
    private static final int MESSAGE_OVERHEAD = 16;

    /** Arguments and schemas of tools: the client's own data. */
    private static final Set<String> OPAQUE = Set.of("parameters", "arguments", "json_schema");

    private static final Set<String> MEDIA = Set.of("url", "data", "image_url", "file_data");

    private final InferenceDraft draft;
    private final ContentWalk walk;
    private final ContentWalk toolWalk;
    private int messages;
    private int tools;

    /**
     * @param contentTypes told of every type of content that is not alike everywhere
     * @param toolTypes told of every type of tool
     */
    public ChatBody(InferenceDraft draft, Consumer<String> contentTypes, Consumer<String> toolTypes) {
        this.draft = draft;
        this.walk = new ContentWalk(MEDIA, OPAQUE, type -> contentType(type, contentTypes));
        this.toolWalk = new ContentWalk(Set.of(), OPAQUE, toolTypes);
    }

    /** Consumes a field that means the same everywhere; false where it is none. */
    public boolean read(String name, RequestBody body) throws IOException {
        switch (name) {
            // Whichever of them the provider takes: the largest bounds them all.
            case "max_tokens", "max_completion_tokens", "max_output_tokens" -> draft.maxOutput(body.positive(name));
            // What it guesses wrong is paid for as output, beside the maximum.
            case "prediction" -> draft.unboundedBy(body, "What a wrong prediction costs can't be told beforehand.");
            case "stream" -> draft.stream(body.flag(name));
            case "n" -> draft.choices(body.positive(name));
            case "messages", "input" -> messages += walk.walk(body);
            case "tools" -> tools += toolWalk.walk(body);
            case "user" -> draft.user(body.name(name));
            case "cache_control" -> walk.cacheControl(body);
            case "modalities" -> modalities(body);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** @param length of the whole body, in bytes */
    public InputBound input(int length) {
        long overhead = OVERHEAD + (long) MESSAGE_OVERHEAD * (messages + tools) + (tools == 0 ? 0 : TOOLS_OVERHEAD);
        return new InputBound(
                draft.textBytes(length, walk),
                overhead,
                Set.copyOf(draft.contents()),
                // Some models write caches without being asked, and charge for it.
                Collections.max(List.of(CacheWrites.FIVE_MINUTES, walk.cacheWrites(), toolWalk.cacheWrites())),
                1,
                0,
                draft.unbounded());
    }

    /** The tier that is asked for; null where the provider may choose. */
    public static @Nullable String tier(@Nullable String asked) {
        return asked == null || asked.equals("auto") ? null : asked;
    }

    private void contentType(String type, Consumer<String> others) {
        switch (type) {
            case "image_url", "image", "input_image" -> draft.holds(Content.IMAGE);
            case "input_audio" -> draft.holds(Content.AUDIO);
            default -> others.accept(type);
        }
    }

    private void modalities(RequestBody body) throws IOException {
        if (!body.isContainer()) {
            return;
        }
        while (!body.parser().nextToken().isStructEnd()) {
            boolean text = body.parser().currentToken() == JsonToken.VALUE_STRING
                    && body.parser().getText().equals("text");
            if (!text) {
                draft.unbounded("What images and audio cost as output can't be told beforehand.");
            }
            body.skip();
        }
    }
}
