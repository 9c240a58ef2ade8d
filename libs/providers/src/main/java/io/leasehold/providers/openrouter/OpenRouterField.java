package io.leasehold.providers.openrouter;

import io.leasehold.providers.dialect.JsonPaths;

/** What is read from answers of OpenRouter's Chat Completions API; streamed chunks have the same shape. */
enum OpenRouterField {
    ID("id"),
    MODEL("model"),
    SERVICE_TIER("service_tier"),
    FINISH_REASON("choices[].finish_reason"),
    ERROR_CODE("error.code"),
    ERROR_TYPE("error.metadata.error_type"),
    COST("usage.cost"),
    PROMPT("usage.prompt_tokens"),
    COMPLETION("usage.completion_tokens"),
    TOTAL("usage.total_tokens"),
    CACHE_READ("usage.prompt_tokens_details.cached_tokens"),
    CACHE_WRITE("usage.prompt_tokens_details.cache_write_tokens"),
    AUDIO_IN("usage.prompt_tokens_details.audio_tokens"),
    REASONING("usage.completion_tokens_details.reasoning_tokens"),
    AUDIO_OUT("usage.completion_tokens_details.audio_tokens");

    static final JsonPaths<OpenRouterField> PATHS = new JsonPaths<>();

    static {
        for (OpenRouterField field : values()) {
            PATHS.add(field, field.path);
        }
    }

    private final String path;

    OpenRouterField(String path) {
        this.path = path;
    }
}
