package io.leasehold.providers.openrouter;

import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.chat.ChatBody;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads bodies of OpenRouter's Chat Completions API. */
final class OpenRouterRequestReader implements RequestBody.FieldReader {
    private static final String BY_FEE =
            "Something in this request is paid for by a fee that can't be told beforehand.";

    private static final String STANDARD_TIER = "default";

    private final InferenceDraft draft = new InferenceDraft();
    private final ChatBody chat = new ChatBody(draft, this::contentType, this::toolType);
    private long maxReasoning = -1;
    /** Null where the provider may choose. */
    private @Nullable String serviceTier = STANDARD_TIER;

    @Override
    public void field(String name, RequestBody body) throws IOException {
        if (chat.read(name, body)) {
            return;
        }
        switch (name) {
            case "model" -> model(body.name(name));
            case "models" -> models(body);
            case "reasoning" -> reasoning(body);
            case "service_tier" -> serviceTier = tier(body.name(name));
            case "plugins", "web_search_options", "preset" -> byFee(body);
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        // A maximum of reasoning alone does not bound the answer that follows it.
        if (draft.hasMaxOutput()) {
            draft.maxOutput(maxReasoning);
        }
        return draft.inference(chat.input(length), new PricingTerms(serviceTier, null, null));
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

    /** Without a word on the tier it is the usual one. */
    private static @Nullable String tier(@Nullable String asked) {
        return asked == null ? STANDARD_TIER : ChatBody.tier(asked);
    }
}
