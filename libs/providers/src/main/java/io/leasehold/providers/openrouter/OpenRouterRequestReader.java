package io.leasehold.providers.openrouter;

import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.dialect.ContentWalk;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads bodies of OpenRouter's Chat Completions API. */
final class OpenRouterRequestReader implements RequestBody.FieldReader {
    /** Framing, and what a model's provider says to the model of its own. */
    private static final int OVERHEAD = 512;

    private static final int TOOLS_OVERHEAD = 1024;
    private static final int MESSAGE_OVERHEAD = 16;
    private static final String BY_FEE =
            "Something in this request is paid for by a fee that can't be told beforehand.";

    private static final String STANDARD_TIER = "default";

    /** Arguments and schemas of tools: the client's own data. */
    private static final Set<String> OPAQUE = Set.of("parameters", "arguments", "json_schema");

    private static final Set<String> MEDIA = Set.of("url", "data");

    private final InferenceDraft draft = new InferenceDraft();
    private final ContentWalk walk = new ContentWalk(MEDIA, OPAQUE, this::contentType);
    private final ContentWalk toolWalk = new ContentWalk(Set.of(), OPAQUE, this::toolType);
    private long maxReasoning = -1;
    private int messages;
    private int tools;
    /** Null where the provider may choose. */
    private @Nullable String serviceTier = STANDARD_TIER;

    @Override
    public void field(String name, RequestBody body) throws IOException {
        switch (name) {
            case "model" -> model(body.name(name));
            case "models" -> models(body);
            // Whichever of them the model's provider takes: the largest bounds them all.
            case "max_tokens", "max_completion_tokens" -> draft.maxOutput(body.positive(name));
            case "reasoning" -> reasoning(body);
            // What it guesses wrong is paid for as output, beside the maximum.
            case "prediction" -> draft.unboundedBy(body, "What a wrong prediction costs can't be told beforehand.");
            case "stream" -> draft.stream(body.flag(name));
            case "n" -> draft.choices(body.positive(name));
            case "service_tier" -> serviceTier = tier(body.name(name));
            case "messages" -> messages = walk.walk(body);
            case "tools" -> tools = toolWalk.walk(body);
            case "user" -> draft.user(body.name(name));
            case "cache_control" -> walk.cacheControl(body);
            case "plugins", "web_search_options", "preset" -> byFee(body);
            case "modalities" -> modalities(body);
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        // A maximum of reasoning alone does not bound the answer that follows it.
        if (draft.hasMaxOutput()) {
            draft.maxOutput(maxReasoning);
        }
        return draft.inference(input(length), new PricingTerms(serviceTier, null, null));
    }

    private InputBound input(int length) {
        long overhead = OVERHEAD + (long) MESSAGE_OVERHEAD * (messages + tools) + (tools == 0 ? 0 : TOOLS_OVERHEAD);
        return new InputBound(
                draft.textBytes(length, walk),
                overhead,
                Set.copyOf(draft.contents()),
                cacheWrites(),
                1,
                0,
                draft.unbounded());
    }

    private void model(@Nullable String name) {
        draft.model(name);
        lookAt(name);
    }

    private void models(RequestBody body) throws IOException {
        if (body.isNull()) {
            return;
        }
        if (body.parser().currentToken() != JsonToken.START_ARRAY) {
            throw RequestBody.bad("models must be an array.");
        }
        while (body.parser().nextToken() != JsonToken.END_ARRAY) {
            String name = body.name("A model");
            if (name != null) {
                draft.alternative(name);
                lookAt(name);
            }
        }
    }

    /** Names may carry what costs extra: a web search, or a preset of which nothing is known here. */
    private void lookAt(@Nullable String name) {
        if (name != null && (name.contains(":online") || name.contains("@preset"))) {
            draft.unbounded(BY_FEE);
        }
    }

    private void reasoning(RequestBody body) throws IOException {
        if (!body.isContainer()) {
            return;
        }
        while (!body.parser().nextToken().isStructEnd()) {
            boolean maximum = "max_tokens".equals(body.parser().currentName());
            body.parser().nextToken();
            if (maximum) {
                maxReasoning = Math.max(maxReasoning, body.positive("reasoning.max_tokens"));
            } else {
                body.skip();
            }
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

    /** An empty list asks for nothing; an empty object may ask for everything as usual. */
    private void byFee(RequestBody body) throws IOException {
        boolean object = body.parser().currentToken() == JsonToken.START_OBJECT;
        boolean empty = body.isEmpty();
        if (object || !empty) {
            draft.unbounded(BY_FEE);
        }
    }

    private void contentType(String type) {
        switch (type) {
            case "image_url", "image", "input_image" -> draft.holds(Content.IMAGE);
            case "input_audio" -> draft.holds(Content.AUDIO);
            case "video_url", "input_video" -> draft.unbounded("What video costs can't be told beforehand.");
            // May be parsed by a service of its own.
            case "file" -> draft.unbounded(BY_FEE);
            default -> {
                // Text and results of tools are inline: their bytes bound them.
            }
        }
    }

    /** Tools that are no functions of the client's are run by OpenRouter for a fee. */
    private void toolType(String type) {
        if (!type.equals("function")) {
            draft.unbounded(BY_FEE);
        }
    }

    private CacheWrites cacheWrites() {
        // Some models' providers write caches without being asked, and charge for it.
        return Collections.max(List.of(CacheWrites.FIVE_MINUTES, walk.cacheWrites(), toolWalk.cacheWrites()));
    }

    private static @Nullable String tier(@Nullable String asked) {
        if (asked == null) {
            return STANDARD_TIER;
        }
        return asked.equals("auto") ? null : asked;
    }
}
