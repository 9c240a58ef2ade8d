package io.leasehold.providers.mistral;

import io.leasehold.providers.chat.ChatBody;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.Content;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads bodies of Mistral's Chat Completions API, and of completions in the middle, whose prompt and suffix are text. */
final class MistralChatReader implements RequestBody.FieldReader {
    private static final String BY_CALL = "What a tool that Mistral runs costs can't be told beforehand.";

    private final InferenceDraft draft = new InferenceDraft();
    private final ChatBody chat = new ChatBody(draft, this::contentType, this::toolType);
    private @Nullable String serviceTier;
    private boolean refersToStored;

    @Override
    public void field(String name, RequestBody body) throws IOException {
        if (chat.read(name, body)) {
            return;
        }
        switch (name) {
            case "model" -> draft.model(body.name(name));
            case "service_tier" -> serviceTier = ChatBody.tier(body.name(name));
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        if (refersToStored) {
            throw RequestBody.bad(
                    "Keys are shared, so that a file which is stored at Mistral can't be referred to here:"
                            + " send what is in it instead.");
        }
        if (draft.contents().contains(Content.AUDIO)) {
            draft.unbounded("Mistral charges for audio by its length, which can't be told beforehand.");
        }
        return draft.inference(chat.input(length), new PricingTerms(serviceTier, null, null));
    }

    private void contentType(String type) {
        switch (type) {
            case "document_url" -> draft.unbounded("What reading a document costs can't be told beforehand.");
            case "file" -> refersToStored = true;
            default -> {
                // Text, thinking and references to it are inline: their bytes bound them.
            }
        }
    }

    private void toolType(String type) {
        if (!type.equals("function")) {
            draft.unbounded(BY_CALL);
        }
    }
}
