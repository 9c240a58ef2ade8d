package io.leasehold.providers.chat;

import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.Set;

/** Reads bodies of the Embeddings API that goes with Chat Completions. Text, or tokens as numbers, has at least a byte for each token. */
public final class EmbeddingReader implements OfModel.Reader {
    private static final int OVERHEAD = 64;

    private final InferenceDraft draft = new InferenceDraft();

    @Override
    public void model(String name) {
        draft.model(name);
    }

    @Override
    public void field(String name, RequestBody body) throws IOException {
        switch (name) {
            case "model" -> draft.model(body.name(name));
            case "user" -> draft.user(body.name(name));
            default -> body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        draft.maxOutput(0);
        InputBound input = new InputBound(length, OVERHEAD, Set.of(), CacheWrites.NONE, 1, 0, draft.unbounded());
        return draft.inference(input, PricingTerms.UNSAID);
    }
}
