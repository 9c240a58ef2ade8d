package io.leasehold.providers.cohere;

import io.leasehold.providers.chat.ChatBody;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import java.io.IOException;

/** Reads bodies of Cohere's Chat API. Documents to answer from are inline: their bytes bound them. */
final class CohereChatReader implements RequestBody.FieldReader {
    private final InferenceDraft draft = new InferenceDraft();
    private final ChatBody chat = new ChatBody(draft, type -> {}, this::toolType);

    @Override
    public void field(String name, RequestBody body) throws IOException {
        if (chat.read(name, body)) {
            return;
        }
        if (name.equals("model")) {
            draft.model(body.name(name));
        } else {
            body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        return draft.inference(chat.input(length), PricingTerms.UNSAID);
    }

    private void toolType(String type) {
        if (!type.equals("function")) {
            draft.unbounded("What a tool that Cohere runs costs can't be told beforehand.");
        }
    }
}
