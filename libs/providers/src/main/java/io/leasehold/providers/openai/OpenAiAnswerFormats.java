package io.leasehold.providers.openai;

import static io.leasehold.providers.dialect.Fact.CACHE_READ;
import static io.leasehold.providers.dialect.Fact.CACHE_WRITE;
import static io.leasehold.providers.dialect.Fact.ERROR_CODE;
import static io.leasehold.providers.dialect.Fact.ERROR_TYPE;
import static io.leasehold.providers.dialect.Fact.EVENT;
import static io.leasehold.providers.dialect.Fact.ID;
import static io.leasehold.providers.dialect.Fact.INPUT;
import static io.leasehold.providers.dialect.Fact.MODEL;
import static io.leasehold.providers.dialect.Fact.OUTPUT;
import static io.leasehold.providers.dialect.Fact.PART;
import static io.leasehold.providers.dialect.Fact.REASONING;
import static io.leasehold.providers.dialect.Fact.SERVICE_TIER;
import static io.leasehold.providers.dialect.Fact.STOP_REASON;
import static io.leasehold.providers.dialect.Fact.TOTAL;

import io.leasehold.providers.chat.ChatAnswers;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.Fact;
import io.leasehold.providers.dialect.Facts;
import io.leasehold.providers.dialect.TokenSplit;
import java.util.Set;

/**
 * Answers of OpenAI's inference APIs. The code of an error says more than its type, which stands in for it. What tools
 * cost that the provider ran stands in no answer; one that shows that there were any has no known cost.
 */
public final class OpenAiAnswerFormats {
    /** Of the Responses API: what the model itself puts out, and nothing that is paid for by the call. */
    private static final Set<String> PAID_BY_TOKENS =
            Set.of("message", "reasoning", "function_call", "custom_tool_call", "compaction");

    /** A mark of a chat completion that searched the web. */
    private static final String CITATION = "url_citation";

    public static final AnswerFormat CHAT = errors(ChatAnswers.format(OpenAiAnswerFormats::chatSplit))
            .at(PART, "choices[].message.annotations[].type", "choices[].delta.annotations[].type");

    public static final AnswerFormat EMBEDDINGS = errors(new AnswerFormat(ChatAnswers::split))
            .withoutOutput()
            .at(MODEL, "model")
            .at(INPUT, "usage.prompt_tokens")
            .at(TOTAL, "usage.total_tokens");

    public static final AnswerFormat RESPONSES = responses();

    private OpenAiAnswerFormats() {}

    private static AnswerFormat responses() {
        AnswerFormat format = errors(new AnswerFormat(OpenAiAnswerFormats::responseSplit))
                .lastEvents("response.completed", "response.incomplete", "response.failed", "error")
                .at(EVENT, "type")
                .at(ERROR_TYPE, "response.error.code", "code");
        whole(format, ID, "id");
        whole(format, MODEL, "model");
        whole(format, SERVICE_TIER, "service_tier");
        whole(format, STOP_REASON, "status");
        whole(format, PART, "output[].type");
        whole(format, INPUT, "usage.input_tokens");
        whole(format, OUTPUT, "usage.output_tokens");
        whole(format, TOTAL, "usage.total_tokens");
        whole(format, CACHE_READ, "usage.input_tokens_details.cached_tokens");
        whole(format, CACHE_WRITE, "usage.input_tokens_details.cache_write_tokens");
        whole(format, REASONING, "usage.output_tokens_details.reasoning_tokens");
        return format;
    }

    /** A plain answer is what the events of a stream hold as their response. */
    private static void whole(AnswerFormat format, Fact fact, String place) {
        format.at(fact, place, "response." + place);
    }

    private static AnswerFormat errors(AnswerFormat format) {
        return format.at(ERROR_TYPE, "error.code").at(ERROR_CODE, "error.type");
    }

    private static TokenSplit chatSplit(Facts facts, long output) {
        return facts.parts().contains(CITATION) ? unpriced() : ChatAnswers.split(facts, output);
    }

    private static TokenSplit responseSplit(Facts facts, long output) {
        return PAID_BY_TOKENS.containsAll(facts.parts()) ? ChatAnswers.split(facts, output) : unpriced();
    }

    private static TokenSplit unpriced() {
        return TokenSplit.failed("The provider ran tools for this answer, and does not say what they cost.");
    }
}
