package io.leasehold.providers.openai;

import io.leasehold.providers.chat.ChatBody;
import io.leasehold.providers.chat.OfModel;
import io.leasehold.providers.chat.StreamOptions;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.Content;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads bodies of OpenAI's Chat Completions and Responses APIs. */
final class OpenAiChatReader implements OfModel.Reader {
    private static final String BY_CALL = "What a tool that OpenAI runs costs can't be told beforehand.";

    /** Tools that the client runs, and what their descriptions hold that has a type too. */
    private static final Set<String> CLIENT_TOOLS = Set.of("function", "custom", "grammar", "text");

    private final InferenceDraft draft = new InferenceDraft();
    private final ChatBody chat = new ChatBody(draft, this::contentType, this::toolType);
    private final @Nullable StreamOptions streamOptions;
    private @Nullable String serviceTier;
    private boolean refersToStored;

    private OpenAiChatReader(@Nullable StreamOptions streamOptions) {
        this.streamOptions = streamOptions;
    }

    /** Streams of chats tell their usage only to those who ask. */
    static OpenAiChatReader ofChats() {
        return new OpenAiChatReader(new StreamOptions());
    }

    static OpenAiChatReader ofResponses() {
        return new OpenAiChatReader(null);
    }

    @Override
    public void model(String name) {
        draft.model(name);
    }

    @Override
    public void field(String name, RequestBody body) throws IOException {
        if (chat.read(name, body)) {
            return;
        }
        if (streamOptions != null && name.equals("stream_options")) {
            streamOptions.read(body);
            return;
        }
        switch (name) {
            case "model" -> draft.model(body.name(name));
            case "service_tier" -> serviceTier = ChatBody.tier(body.name(name));
            case "safety_identifier" -> draft.user(body.name(name));
            case "web_search_options" -> draft.unboundedBy(body, BY_CALL);
            case "prompt" -> draft.unboundedBy(body, "What a stored prompt holds can't be told beforehand.");
            case "background" -> background(body.flag(name));
            case "previous_response_id" -> previous(body);
            case "conversation" -> stored(body);
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        if (refersToStored) {
            throw RequestBody.bad("Keys are shared, so that what is stored at OpenAI can't be referred to here: send"
                    + " the messages themselves instead of conversation or item_reference.");
        }
        if (streamOptions != null && draft.streams()) {
            draft.usageRequest(streamOptions.usageRequest());
        }
        return draft.inference(chat.input(length), new PricingTerms(serviceTier, null, null));
    }

    private void background(boolean asked) {
        if (asked) {
            draft.unbounded("What an answer in the background costs is not in it: leave background out.");
        }
    }

    /** A chat has no such thing. */
    private void previous(RequestBody body) throws IOException {
        if (streamOptions == null) {
            draft.goesOnFrom(body.name("previous_response_id"));
        } else {
            stored(body);
        }
    }

    private void stored(RequestBody body) throws IOException {
        refersToStored |= !body.isNull();
        body.skip();
    }

    private void contentType(String type) {
        switch (type) {
            case "file", "input_file" -> draft.holds(Content.DOCUMENT);
            case "item_reference" -> refersToStored = true;
            default -> {
                // Text and results of tools are inline: their bytes bound them.
            }
        }
    }

    private void toolType(String type) {
        if (!CLIENT_TOOLS.contains(type)) {
            draft.unbounded(BY_CALL);
        }
    }
}
