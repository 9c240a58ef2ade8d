package io.leasehold.providers.google;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.Fact;
import io.leasehold.providers.dialect.Facts;
import io.leasehold.providers.dialect.TokenSplit;
import java.util.Map;

/**
 * Answers of the Gemini API: one, one after the other as events, or an array of them that comes piece by piece. Each has
 * running totals, and leaves out what is zero. Thoughts stand beside the output, input of tools beside the prompt.
 */
final class GoogleAnswerFormats {
    private static final String ELEMENT = "[]";
    private static final String USAGE = "usageMetadata.";
    private static final String MODALITY = "modality";
    private static final String COUNT = "tokenCount";

    static final AnswerFormat CONTENT = content();
    static final AnswerFormat EMBEDDINGS = new AnswerFormat(GoogleAnswerFormats::split)
            .withoutOutput()
            .at(Fact.INPUT, USAGE + "promptTokenCount")
            .at(Fact.ERROR_TYPE, "error.details[].reason")
            .at(Fact.ERROR_CODE, "error.status");

    private GoogleAnswerFormats() {}

    private static AnswerFormat content() {
        AnswerFormat format = new AnswerFormat(GoogleAnswerFormats::split)
                .countsAsItGoes()
                .leavesZerosOut()
                .documentsAt(ELEMENT);
        either(format, Fact.ID, "responseId");
        either(format, Fact.MODEL, "modelVersion");
        either(format, Fact.STOP_REASON, "promptFeedback.blockReason");
        either(format, Fact.STOP_REASON, "candidates[].finishReason");
        either(format, Fact.TEXT, "candidates[].content.parts[].text#");
        either(format, Fact.INPUT, USAGE + "promptTokenCount");
        either(format, Fact.CACHE_READ, USAGE + "cachedContentTokenCount");
        either(format, Fact.TOOL_INPUT, USAGE + "toolUsePromptTokenCount");
        either(format, Fact.OUTPUT, USAGE + "candidatesTokenCount");
        either(format, Fact.REASONING, USAGE + "thoughtsTokenCount");
        either(format, Fact.TOTAL, USAGE + "totalTokenCount");
        either(format, Fact.SERVICE_TIER, USAGE + "serviceTier");
        either(format, Fact.ERROR_TYPE, "error.details[].reason");
        either(format, Fact.ERROR_CODE, "error.status");
        kinds(format, "promptTokensDetails[]", Map.of("AUDIO", Fact.AUDIO_IN, "IMAGE", Fact.IMAGE_IN));
        kinds(format, "cacheTokensDetails[]", Map.of("AUDIO", Fact.AUDIO_CACHED, "IMAGE", Fact.IMAGE_CACHED));
        kinds(format, "candidatesTokensDetails[]", Map.of("AUDIO", Fact.AUDIO_OUT, "IMAGE", Fact.IMAGE_OUT));
        String queries = "candidates[].groundingMetadata.webSearchQueries[]";
        return format.each(Fact.WEB_SEARCHES, queries, ELEMENT + "." + queries);
    }

    private static void either(AnswerFormat format, Fact fact, String place) {
        format.at(fact, place, ELEMENT + "." + place);
    }

    private static void kinds(AnswerFormat format, String place, Map<String, Fact> facts) {
        format.byKind(USAGE + place, MODALITY, COUNT, facts)
                .byKind(ELEMENT + "." + USAGE + place, MODALITY, COUNT, facts);
    }

    /** What comes from a cache is priced as that, whatever it is: there is no finer price. */
    private static TokenSplit split(Facts facts, long output) {
        if (facts.count(Fact.IMAGE_OUT) > 0) {
            return TokenSplit.failed("What images cost as output is not known.");
        }
        long cached = facts.count(Fact.CACHE_READ);
        long audio = facts.count(Fact.AUDIO_IN) - facts.count(Fact.AUDIO_CACHED);
        long image = facts.count(Fact.IMAGE_IN) - facts.count(Fact.IMAGE_CACHED);
        long spoken = facts.count(Fact.AUDIO_OUT);
        long text = facts.count(Fact.INPUT) - cached - audio - image;
        if (text < 0) {
            return TokenSplit.failed("The provider's token counts contradict each other: a class comes out negative.");
        }
        return TokenSplit.of(new Tokens(
                text + facts.count(Fact.TOOL_INPUT),
                cached,
                0,
                0,
                output - spoken,
                facts.count(Fact.REASONING),
                audio,
                spoken,
                image));
    }
}
