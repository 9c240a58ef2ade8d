package io.leasehold.sim.cohere;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.cohere.CohereModel.Endpoint;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.prompt.InferenceRequest;

/**
 * What will be answered, by which model and at which price.
 *
 * @param input what is billed, without output; of a reranking its search units stand in the place of tokens
 */
record Plan(CohereModel model, Rate rate, Answer answer, Tokens input) {
    /** Documents that one search unit ranks. */
    private static final int DOCUMENTS_A_UNIT = 100;

    /** @throws CohereError when the prompt is too long for the model */
    static Plan of(InferenceRequest request, CohereModel model, PriceTable prices) {
        Rate rate = prices.find(Provider.COHERE, model.name(), Speed.STANDARD, Geo.GLOBAL)
                .orElseThrow();
        int units = model.endpoint() == Endpoint.RERANK ? searchUnits(request) : promptTokens(request, model);
        Answer answer = model.endpoint() == Endpoint.CHAT ? answer(request, model) : new Answer("", 0, false);
        return new Plan(model, rate, answer, new Tokens(units, 0, 0, 0, 0));
    }

    private static int promptTokens(InferenceRequest request, CohereModel model) {
        int tokens = request.prompt().tokens();
        if (tokens > model.contextLength()) {
            throw new CohereError(
                    CohereErrorKind.INVALID_REQUEST,
                    "too many tokens: size limit exceeded by %d tokens.".formatted(tokens - model.contextLength()));
        }
        return tokens;
    }

    private static int searchUnits(InferenceRequest request) {
        return Math.max(1, Math.ceilDiv(request.documents(), DOCUMENTS_A_UNIT));
    }

    private static Answer answer(InferenceRequest request, CohereModel model) {
        Integer most = request.maxTokens();
        int length = model.contextLength();
        return Answer.to(request.prompt(), most == null ? length : Math.min(most, length));
    }
}
