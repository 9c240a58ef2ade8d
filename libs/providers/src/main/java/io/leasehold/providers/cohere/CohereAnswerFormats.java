package io.leasehold.providers.cohere;

import static io.leasehold.providers.dialect.Fact.CACHE_READ;
import static io.leasehold.providers.dialect.Fact.EVENT;
import static io.leasehold.providers.dialect.Fact.ID;
import static io.leasehold.providers.dialect.Fact.IMAGES;
import static io.leasehold.providers.dialect.Fact.INPUT;
import static io.leasehold.providers.dialect.Fact.OUTPUT;
import static io.leasehold.providers.dialect.Fact.STOP_REASON;
import static io.leasehold.providers.dialect.Fact.WEB_SEARCHES;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.Fact;
import io.leasehold.providers.dialect.Facts;
import io.leasehold.providers.dialect.TokenSplit;

/**
 * Answers of Cohere's inference APIs, which name no model. What is billed are the {@code billed_units}: without Cohere's
 * own words to the model, which {@code tokens} counts too. Streams tell them in their last event only.
 */
final class CohereAnswerFormats {
    private static final String META = "meta.billed_units.";

    static final AnswerFormat CHAT = chat();

    static final AnswerFormat EMBEDDINGS = new AnswerFormat(CohereAnswerFormats::embeddingSplit)
            .withoutOutput()
            .at(ID, "id")
            .at(INPUT, META + "input_tokens")
            .ofParts(IMAGES, META + "images", META + "image_tokens");

    /** Paid for by the search, however many tokens there are. */
    static final AnswerFormat RERANK = new AnswerFormat((facts, output) -> TokenSplit.of(Tokens.NONE))
            .withoutOutput()
            .measuredBy(WEB_SEARCHES)
            .at(ID, "id")
            .at(WEB_SEARCHES, META + "search_units");

    private CohereAnswerFormats() {}

    private static AnswerFormat chat() {
        AnswerFormat format = new AnswerFormat(CohereAnswerFormats::chatSplit)
                .lastEvents("message-end")
                .failsBy("ERROR", "TIMEOUT")
                .at(EVENT, "type")
                .at(ID, "id");
        whole(format, STOP_REASON, "finish_reason");
        whole(format, INPUT, "usage.billed_units.input_tokens");
        whole(format, OUTPUT, "usage.billed_units.output_tokens");
        whole(format, WEB_SEARCHES, "usage.billed_units.search_units");
        whole(format, CACHE_READ, "usage.cached_tokens");
        return format;
    }

    /** A plain answer is what the last event of a stream holds as its delta. */
    private static void whole(AnswerFormat format, Fact fact, String place) {
        format.at(fact, place, "delta." + place);
    }

    /** What Cohere itself says to the model may be cached too, and is not billed. */
    private static TokenSplit chatSplit(Facts facts, long output) {
        long input = facts.count(INPUT);
        long cached = Math.min(facts.count(CACHE_READ), input);
        return TokenSplit.of(new Tokens(input - cached, cached, 0, 0, output, 0, 0, 0, 0));
    }

    private static TokenSplit embeddingSplit(Facts facts, long output) {
        return facts.count(IMAGES) > 0
                ? TokenSplit.failed("Cohere charges for images apart, which has no price in the book.")
                : TokenSplit.of(Tokens.text(facts.count(INPUT), output));
    }
}
