package io.leasehold.providers.anthropic;

import io.leasehold.providers.dialect.JsonPaths;

/**
 * What is read from answers of Anthropic's Messages API. Streamed answers tell the same at other places: first in
 * {@code message_start}, and in the end, cumulatively, in {@code message_delta}.
 */
enum AnthropicField {
    TYPE("type"),
    ID("id", "message.id"),
    MODEL("model", "message.model"),
    STOP_REASON("stop_reason", "delta.stop_reason"),
    ERROR_TYPE("error.type"),
    SERVICE_TIER("usage.service_tier", "message.usage.service_tier"),
    REGION("usage.inference_geo", "message.usage.inference_geo"),
    SPEED("usage.speed", "message.usage.speed"),
    INPUT("usage.input_tokens", "message.usage.input_tokens"),
    CACHE_READ("usage.cache_read_input_tokens", "message.usage.cache_read_input_tokens"),
    CACHE_WRITE("usage.cache_creation_input_tokens", "message.usage.cache_creation_input_tokens"),
    CACHE_WRITE_5M(
            "usage.cache_creation.ephemeral_5m_input_tokens", "message.usage.cache_creation.ephemeral_5m_input_tokens"),
    CACHE_WRITE_1H(
            "usage.cache_creation.ephemeral_1h_input_tokens", "message.usage.cache_creation.ephemeral_1h_input_tokens"),
    /** What {@code message_start} says of output is no result. */
    OUTPUT("usage.output_tokens"),
    THINKING("usage.output_tokens_details.thinking_tokens"),
    WEB_SEARCHES("usage.server_tool_use.web_search_requests"),
    TURN_TYPE("usage.iterations[].type"),
    TURN_INPUT("usage.iterations[].input_tokens"),
    TURN_CACHE_READ("usage.iterations[].cache_read_input_tokens"),
    TURN_CACHE_WRITE_5M("usage.iterations[].cache_creation.ephemeral_5m_input_tokens"),
    TURN_CACHE_WRITE_1H("usage.iterations[].cache_creation.ephemeral_1h_input_tokens"),
    TURN_CACHE_WRITE("usage.iterations[].cache_creation_input_tokens"),
    TURN_OUTPUT("usage.iterations[].output_tokens"),
    TEXT("delta.text#", "delta.thinking#", "delta.partial_json#");

    static final JsonPaths<AnthropicField> PATHS = new JsonPaths<>();

    static {
        for (AnthropicField field : values()) {
            PATHS.add(field, field.paths);
        }
    }

    private final String[] paths;

    AnthropicField(String... paths) {
        this.paths = paths;
    }
}
