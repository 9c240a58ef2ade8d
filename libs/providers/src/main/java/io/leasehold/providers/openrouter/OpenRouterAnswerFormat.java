package io.leasehold.providers.openrouter;

import static io.leasehold.providers.dialect.Fact.COST;
import static io.leasehold.providers.dialect.Fact.ERROR_CODE;
import static io.leasehold.providers.dialect.Fact.ERROR_TYPE;

import io.leasehold.providers.chat.ChatAnswers;
import io.leasehold.providers.dialect.AnswerFormat;

/** Answers of OpenRouter's Chat Completions API. Its own cost comes along. */
final class OpenRouterAnswerFormat {
    static final AnswerFormat CHAT = ChatAnswers.format(ChatAnswers::split)
            .at(ERROR_CODE, "error.code")
            .at(ERROR_TYPE, "error.metadata.error_type")
            .at(COST, "usage.cost");

    private OpenRouterAnswerFormat() {}
}
