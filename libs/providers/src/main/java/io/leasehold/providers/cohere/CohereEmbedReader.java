package io.leasehold.providers.cohere;

import io.leasehold.providers.dialect.ContentWalk;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.Set;

/** Reads bodies of Cohere's Embed API. Its {@code max_tokens} cuts inputs and is no maximum of output. */
final class CohereEmbedReader implements RequestBody.FieldReader {
    private static final String OF_IMAGES = "What images cost here can't be told beforehand: send texts only.";
    private static final int OVERHEAD = 64;

    private final InferenceDraft draft = new InferenceDraft();
    private final ContentWalk inputs = new ContentWalk(Set.of(), Set.of(), this::contentType);

    @Override
    public void field(String name, RequestBody body) throws IOException {
        switch (name) {
            case "model" -> draft.model(body.name(name));
            case "images" -> images(body);
            case "inputs" -> inputs.walk(body);
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        draft.maxOutput(0);
        InputBound input = new InputBound(length, OVERHEAD, Set.of(), CacheWrites.NONE, 1, 0, draft.unbounded());
        return draft.inference(input, PricingTerms.UNSAID);
    }

    private void images(RequestBody body) throws IOException {
        if (!body.isEmpty()) {
            draft.unbounded(OF_IMAGES);
        }
    }

    private void contentType(String type) {
        if (!type.equals("text")) {
            draft.unbounded(OF_IMAGES);
        }
    }
}
