package io.leasehold.providers.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Providers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** By every dialect: what a client sends again of an answer is what was read in the answer. */
class ConversationFormTest {
    private static final String EVENTS = "text/event-stream; charset=utf-8";
    private static final ConversationForm ANTHROPIC = form("anthropic", "/v1/messages");
    private static final ConversationForm CHAT = form("openai", "/v1/chat/completions");
    private static final ConversationForm RESPONSES = form("openai", "/v1/responses");
    private static final ConversationForm GOOGLE = form("google", "/v1beta/models/gemini-3-pro:generateContent");
    private static final ConversationForm COHERE = form("cohere", "/v2/chat");

    @Test
    void everyChatHasAFormAndNothingElseHas() {
        assertThat(List.of(
                        form("openrouter", "/api/v1/chat/completions"),
                        form("mistral", "/v1/chat/completions"),
                        form("azure-openai", "/openai/deployments/gpt/chat/completions"),
                        form("azure-openai", "/openai/v1/responses"),
                        form("google", "/v1beta/models/gemini-3-pro:streamGenerateContent")))
                .doesNotContainNull();
        assertThat(route("openai", "/v1/embeddings").conversation()).isNull();
        assertThat(route("anthropic", "/v1/messages/count_tokens").conversation())
                .isNull();
    }

    @Test
    void howAMessageIsWrittenDoesNotMatter() throws IOException {
        List<byte[]> plain = messages(ANTHROPIC, """
                {"system":"It is noon.","messages":[{"role":"user","content":"Guten Tag"}]}""");

        assertThat(messages(ANTHROPIC, """
                {"messages" : [ {"content":[{"cache_control":{"type":"ephemeral","ttl":"1h"},
                 "text":"Guten ", "type":"text"},{"type":"text","text":"\\u0054ag\\n"}],"role":"user"} ],
                 "system":[{"type":"text","text":"It is one."}]}""")).containsExactlyElementsOf(plain);
        assertThat(messages(ANTHROPIC, "{\"messages\":[{\"role\":\"assistant\",\"content\":\"Guten Tag\"}]}")
                        .getFirst())
                .isNotEqualTo(plain.getFirst());
    }

    @Test
    void marksWithinWhatIsNoTextDoNotMatterEither() throws IOException {
        String image = """
                {"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","data":"%s"}%s}]}]}""";

        byte[] marked = messages(ANTHROPIC, image.formatted("aaaa", ",\"cache_control\":{\"type\":\"ephemeral\"}"))
                .getFirst();

        assertThat(messages(ANTHROPIC, image.formatted("aaaa", "")).getFirst()).isEqualTo(marked);
        assertThat(messages(ANTHROPIC, image.formatted("bbbb", "")).getFirst()).isNotEqualTo(marked);
    }

    @Test
    void partsCannotBeTakenForOneAnother() throws IOException {
        String call =
                "{\"messages\":[{\"role\":\"assistant\",\"content\":\"%s\",\"tool_calls\":[{\"function\":{\"name\":\"%s\",\"arguments\":\"%s\"}}]}]}";

        assertThat(messages(CHAT, call.formatted("a", "b", "c")).getFirst())
                .isNotEqualTo(messages(CHAT, call.formatted("ab", "", "c")).getFirst())
                .isNotEqualTo(messages(CHAT, call.formatted("a", "bc", "")).getFirst());
    }

    @Test
    void ofAnthropicWithToolsAndThoughtsPlainAndStreamed() throws IOException {
        byte[] again = messages(ANTHROPIC, """
                {"messages":[{"role":"assistant","content":[{"type":"text","text":"Let me see."},
                 {"type":"tool_use","id":"toolu_1","name":"weather","input":{"unit":"C","city":"Köln"}}]}]}""").getFirst();
        String plain = """
                {"type":"message","id":"msg_1","role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"x"},
                 {"type":"text","text":"Let me see.","citations":null},
                 {"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Köln","unit":"C"}}],"usage":{}}""";
        String streamed = events(
                "{\"type\":\"message_start\",\"message\":{\"role\":\"assistant\",\"content\":[]}}",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}}",
                "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"Let me\"}}",
                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\" see.\"}}",
                "{\"type\":\"content_block_start\",\"index\":2,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"weather\",\"input\":{}}}",
                "{\"type\":\"content_block_delta\",\"index\":2,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"city\\\":\\\"K\"}}",
                "{\"type\":\"content_block_delta\",\"index\":2,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"öln\\\",\\\"unit\\\":\\\"C\\\"}\"}}",
                "{\"type\":\"message_stop\"}");

        assertThat(answer(ANTHROPIC, plain, "application/json")).containsExactly(again);
        assertThat(answer(ANTHROPIC, streamed, EVENTS)).containsExactly(again);
    }

    @Test
    void ofChatsPlainAndStreamed() throws IOException {
        List<byte[]> again = messages(CHAT, """
                {"messages":[{"role":"system","content":"It is noon."},{"role":"assistant","content":"Let me see.","tool_calls":[
                 {"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\\"city\\": \\"Bonn\\"}"}}]}]}""");
        String plain = """
                {"choices":[{"index":0,"message":{"role":"assistant","content":"Let me see.","refusal":null,"tool_calls":[
                 {"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Bonn\\"}"}}]}}]}""";
        String streamed = events(
                "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"No.\"}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Let me \"}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"see.\"}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"function\":{\"name\":\"weather\",\"arguments\":\"\"}}]}}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"city\\\":\\\"Bonn\\\"}\"}}]}}]}",
                "[DONE]");

        assertThat(again).hasSize(1);
        assertThat(answer(CHAT, plain, "application/json")).containsExactlyElementsOf(again);
        assertThat(answer(CHAT, streamed, EVENTS)).containsExactlyElementsOf(again);
    }

    @Test
    void ofResponsesWhoseAnswersAreSeveralItems() throws IOException {
        List<byte[]> again = messages(RESPONSES, """
                {"instructions":"Be kind.","input":[{"role":"assistant","content":[{"type":"output_text","text":"Let me see."}]},
                 {"type":"function_call","call_id":"c1","name":"weather","arguments":"{}"}]}""");
        String items = """
                "output":[{"type":"reasoning","id":"rs_1","summary":[]},
                 {"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"Let me see.","annotations":[]}]},
                 {"type":"function_call","id":"fc_1","call_id":"c1","name":"weather","arguments":"{}"}]""".replace("\n", "");

        assertThat(again).hasSize(2);
        assertThat(answer(RESPONSES, "{\"id\":\"resp_1\"," + items + "}", "application/json"))
                .containsExactlyElementsOf(again);
        assertThat(answer(
                        RESPONSES,
                        events(
                                "{\"type\":\"response.created\",\"response\":{\"output\":[]}}",
                                "{\"type\":\"response.output_text.delta\",\"delta\":\"Let\"}",
                                "{\"type\":\"response.completed\",\"response\":{" + items + "}}"),
                        EVENTS))
                .containsExactlyElementsOf(again);
    }

    @Test
    void aTextAsInputIsAMessageOfTheUsers() throws IOException {
        assertThat(messages(RESPONSES, "{\"input\":\"hi\"}"))
                .containsExactlyElementsOf(messages(RESPONSES, "{\"input\":[{\"role\":\"user\",\"content\":\"hi\"}]}"));
    }

    @Test
    void ofGeminiAsEventsAndAsAnArray() throws IOException {
        byte[] again = messages(GOOGLE, """
                {"contents":[{"role":"model","parts":[{"text":"Let me see."},{"function_call":{"name":"weather","args":{"city":"Bonn"}}}]}]}""").getFirst();
        String first =
                "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"hm\",\"thought\":true},{\"text\":\"Let me\"}]}}]}";
        String second =
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\" see.\"},{\"functionCall\":{\"name\":\"weather\",\"args\":{\"city\":\"Bonn\"}},\"thoughtSignature\":\"x\"}]}}]}";

        assertThat(answer(GOOGLE, events(first, second), EVENTS)).containsExactly(again);
        assertThat(answer(GOOGLE, "[" + first + "\n,\n" + second + "]", "application/json"))
                .containsExactly(again);
    }

    @Test
    void ofCoherePlainAndStreamed() throws IOException {
        byte[] again = messages(COHERE, "{\"messages\":[{\"role\":\"assistant\",\"content\":\"Guten Tag\"}]}")
                .getFirst();

        assertThat(answer(
                        COHERE,
                        "{\"id\":\"1\",\"message\":{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Guten Tag\"}]}}",
                        "application/json"))
                .containsExactly(again);
        assertThat(answer(
                        COHERE,
                        events(
                                "{\"type\":\"message-start\",\"delta\":{\"message\":{\"role\":\"assistant\"}}}",
                                "{\"type\":\"content-delta\",\"index\":0,\"delta\":{\"message\":{\"content\":{\"text\":\"Guten \"}}}}",
                                "{\"type\":\"content-delta\",\"index\":0,\"delta\":{\"message\":{\"content\":{\"text\":\"Tag\"}}}}"),
                        EVENTS))
                .containsExactly(again);
    }

    @Test
    void anErrorIsNoMessageAndWhatIsNoJsonIsSaid() throws IOException {
        String error = "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}";

        for (ConversationForm form : List.of(ANTHROPIC, CHAT, RESPONSES, GOOGLE, COHERE)) {
            assertThat(answer(form, error, "application/json")).isEmpty();
            assertThatThrownBy(() -> messages(form, "{\"" + form.field() + "\":["))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> answer(form, "<html>", "text/html")).isInstanceOf(IOException.class);
        }
    }

    private static String events(String... data) {
        StringBuilder events = new StringBuilder();
        for (String each : data) {
            events.append("event: x\ndata: ").append(each).append("\n\n");
        }
        return events.toString();
    }

    private static List<byte[]> messages(ConversationForm form, String body) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        byte[] bytes = body.getBytes(UTF_8);
        form.request(bytes, bytes.length, messages::add);
        return messages;
    }

    private static List<byte[]> answer(ConversationForm form, String body, String contentType) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        return form.answer(bytes, bytes.length, contentType);
    }

    private static ConversationForm form(String provider, String path) {
        return Objects.requireNonNull(route(provider, path).conversation());
    }

    private static Route route(String provider, String path) {
        Dialect dialect = Providers.load().get(provider).dialect().orElseThrow();
        return Objects.requireNonNull(dialect.match("POST", path));
    }
}
