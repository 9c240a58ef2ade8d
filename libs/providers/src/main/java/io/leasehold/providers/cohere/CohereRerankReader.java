package io.leasehold.providers.cohere;

import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import java.io.IOException;
import java.util.Set;

/** Reads bodies of Cohere's Rerank API: for which model they are. How it counts searches is not told beforehand. */
final class CohereRerankReader implements RequestBody.FieldReader {
    private final InferenceDraft draft = new InferenceDraft();

    @Override
    public void field(String name, RequestBody body) throws IOException {
        if (name.equals("model")) {
            draft.model(body.name(name));
        } else {
            body.skip();
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        draft.unbounded("How many searches a reranking is charged as can't be told beforehand.");
        InputBound input = new InputBound(length, 0, Set.of(), CacheWrites.NONE, 1, 0, draft.unbounded());
        return draft.inference(input, PricingTerms.UNSAID);
    }
}
