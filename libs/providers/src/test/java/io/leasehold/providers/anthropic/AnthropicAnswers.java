package io.leasehold.providers.anthropic;

/** Answers of the Messages API, composed for tests. */
final class AnthropicAnswers {
    static final String PLAIN = """
            {"id": "msg_01X", "type": "message", "role": "assistant", "model": "claude-opus-5",
             "content": [{"type": "text", "text": "Grüße \\"quoted\\" \\\\ {usage: 1} ☃", "citations": null},
                         {"type": "tool_use", "id": "toolu_1", "name": "f", "input": {"usage": {"input_tokens": 9}}}],
             "stop_reason": "end_turn", "stop_sequence": null,
             "usage": {"input_tokens": 2095, "cache_creation_input_tokens": 3000, "cache_read_input_tokens": 12000,
              "cache_creation": {"ephemeral_5m_input_tokens": 1000, "ephemeral_1h_input_tokens": 2000},
              "output_tokens": 503, "output_tokens_details": {"thinking_tokens": 120},
              "server_tool_use": {"web_search_requests": 1, "web_fetch_requests": 0},
              "service_tier": "standard", "inference_geo": "global", "speed": "standard"}}
            """;

    static final String START = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_01A","type":"message","role":"assistant","model":"claude-opus-5","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":2095,"cache_creation_input_tokens":3000,"cache_read_input_tokens":12000,"cache_creation":{"ephemeral_5m_input_tokens":1000,"ephemeral_1h_input_tokens":2000},"output_tokens":1,"service_tier":"standard","inference_geo":"us"}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: ping
            data: {"type":"ping"}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Grüße ☃ \\"usage\\""}}

            """;

    static final String DELTA = """
            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"input_tokens":2095,"cache_creation_input_tokens":3000,"cache_read_input_tokens":12000,"output_tokens":503,"output_tokens_details":{"thinking_tokens":120}}}

            """;

    static final String STOP = """
            event: message_stop
            data: {"type":"message_stop"}

            """;

    static final String ERROR = """
            event: error
            data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"}

            """;

    static final String STREAM = START + DELTA + STOP;

    private AnthropicAnswers() {}

    static String text(String text) {
        return """
                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"%s"}}

                """.formatted(text);
    }
}
