package io.leasehold.providers.google;

import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import java.io.IOException;

/** Reads bodies of embedContent and batchEmbedContents. */
final class GoogleEmbeddingReader implements RequestBody.FieldReader {
    private final InferenceDraft draft = new InferenceDraft();
    private final GoogleContents contents = new GoogleContents(draft);
    private final ProtoNames names = new ProtoNames();

    GoogleEmbeddingReader(String model) {
        draft.model(model);
        draft.maxOutput(0);
    }

    @Override
    public void field(String written, RequestBody body) throws IOException {
        switch (names.next(written)) {
            case "content", "requests" -> contents.read(body);
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        return draft.inference(contents.input(length), PricingTerms.UNSAID);
    }
}
