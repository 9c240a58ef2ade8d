package io.leasehold.sim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that are the call of a tool, in the form of each provider. */
class ToolCallsTest {
    private static final String ARGUMENTS = "{\"city\":\"Köln am Rhein\"}";
    private static final String ASK = "Hi [[call=get_weather {\\\"city\\\":\\\"Köln am Rhein\\\"}]]";
    private static final String FUNCTION = "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}";
    private static final String CHAT = "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"" + ASK
            + "\"}],\"tools\":[" + FUNCTION + "]%s}";
    private static final String STREAM = ",\"stream\":true";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    @Test
    void anthropicGivesTheInputAsAnObjectAndStreamsItAsText() {
        String body = "{\"model\":\"claude-opus-5\",\"max_tokens\":50,\"messages\":[{\"role\":\"user\",\"content\":\""
                + ASK + "\"}],\"tools\":[{\"name\":\"get_weather\",\"input_schema\":{\"type\":\"object\"}}]%s}";
        TestSim.Key key = sim.anthropicKey();

        Reply whole = sim.messages(key, body.formatted(""));
        Reply streamed = sim.messages(key, body.formatted(STREAM));

        assertThat(whole.text("/stop_reason")).isEqualTo("tool_use");
        assertThat(whole.fields("/content/0")).containsExactly("type", "id", "name", "input");
        assertThat(whole.text("/content/0/id")).startsWith("toolu_01");
        assertThat(whole.at("/content/0/input")).isEqualTo(TestSim.parse(ARGUMENTS));
        assertThat(whole.at("/usage/output_tokens").asInt()).isEqualTo(7);
        assertThat(streamed.events().get(1).json().at("/content_block/input")).isEmpty();
        assertThat(joined(streamed, "/delta/partial_json")).isEqualTo(ARGUMENTS);
        assertThat(values(streamed, "/delta/stop_reason")).containsExactly("tool_use");
        assertThat(sim.ledger(key).at("/0/tokens/output").asInt()).isEqualTo(7);
    }

    @Test
    void openAiNamesTheToolOnceAndStreamsItsArguments() {
        TestSim.Key key = sim.openAiKey();

        Reply whole = sim.openAi("POST", "/chat/completions", key, CHAT.formatted("gpt-6-sol", ""));
        Reply streamed = sim.openAi("POST", "/chat/completions", key, CHAT.formatted("gpt-6-sol", STREAM));

        assertCallOfChat(whole, streamed);
    }

    @Test
    void soDoesOpenRouter() {
        TestSim.Key key = sim.openRouterKey();

        Reply whole = sim.chat(key, CHAT.formatted("openai/gpt-6-sol", ""));
        Reply streamed = sim.chat(key, CHAT.formatted("openai/gpt-6-sol", STREAM));

        assertCallOfChat(whole, streamed);
    }

    @Test
    void mistralStreamsACallWhole() {
        TestSim.Key key = sim.mistralKey();

        Reply whole = sim.mistral("POST", "/chat/completions", key, CHAT.formatted("mistral-large-2512", ""));
        Reply streamed = sim.mistral("POST", "/chat/completions", key, CHAT.formatted("mistral-large-2512", STREAM));

        assertCallOfChat(whole, streamed);
        assertThat(values(streamed, "/choices/0/delta/tool_calls/0/function/arguments"))
                .containsExactly(ARGUMENTS);
    }

    @Test
    void aResponseIsAnItemOfItsOwnKind() {
        String body = "{\"model\":\"gpt-6-sol\",\"input\":\"" + ASK
                + "\",\"tools\":[{\"type\":\"function\",\"name\":\"get_weather\"}]%s}";
        TestSim.Key key = sim.openAiKey();

        Reply whole = sim.openAi("POST", "/responses", key, body.formatted(""));
        Reply streamed = sim.openAi("POST", "/responses", key, body.formatted(STREAM));

        assertThat(whole.text("/output/0/type")).isEqualTo("function_call");
        assertThat(whole.text("/output/0/arguments")).isEqualTo(ARGUMENTS);
        assertThat(values(streamed, "/type"))
                .startsWith("response.created", "response.in_progress", "response.output_item.added")
                .endsWith("response.function_call_arguments.done", "response.output_item.done", "response.completed");
        assertThat(joined(streamed, "/delta")).isEqualTo(ARGUMENTS);
        assertThat(streamed.events()
                        .getLast()
                        .json()
                        .at("/response/output/0/name")
                        .asText())
                .isEqualTo("get_weather");
    }

    @Test
    void cohereHasEventsForCalls() {
        TestSim.Key key = sim.cohereKey();

        Reply whole = sim.cohere("POST", "/v2/chat", key, CHAT.formatted("command-a-03-2025", ""));
        Reply streamed = sim.cohere("POST", "/v2/chat", key, CHAT.formatted("command-a-03-2025", STREAM));

        assertThat(whole.text("/finish_reason")).isEqualTo("TOOL_CALL");
        assertThat(whole.text("/message/tool_calls/0/function/arguments")).isEqualTo(ARGUMENTS);
        assertThat(values(streamed, "/type"))
                .startsWith("message-start", "tool-call-start", "tool-call-delta")
                .endsWith("tool-call-end", "message-end");
        assertThat(joined(streamed, "/delta/message/tool_calls/function/arguments"))
                .isEqualTo(ARGUMENTS);
    }

    @Test
    void googleStreamsACallWhole() {
        String body = "{\"contents\":[{\"parts\":[{\"text\":\"" + ASK
                + "\"}]}],\"tools\":[{\"functionDeclarations\":[{\"name\":\"get_weather\"}]}]}";
        TestSim.Key key = sim.googleKey();

        Reply whole = sim.google("POST", "/v1beta/models/gemini-2.5-flash:generateContent", key, body);
        Reply streamed = sim.google("POST", "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse", key, body);

        JsonNode call = whole.at("/candidates/0/content/parts/0/functionCall");
        assertThat(call.path("name").asText()).isEqualTo("get_weather");
        assertThat(call.path("args")).isEqualTo(TestSim.parse(ARGUMENTS));
        assertThat(whole.text("/candidates/0/finishReason")).isEqualTo("STOP");
        assertThat(streamed.body()).containsOnlyOnce("functionCall").contains(ARGUMENTS);
    }

    @Test
    void aToolThatIsNotThereOrHasAnsweredOrDoesNotFitIsNotCalled() {
        TestSim.Key key = sim.openAiKey();
        String answered = CHAT.formatted("gpt-6-sol", "")
                .replace("}],\"tools\"", "},{\"role\":\"tool\",\"content\":\"12 °C\"}],\"tools\"");

        for (String body : List.of(
                CHAT.formatted("gpt-6-sol", "").replace("\"name\":\"get_weather\"", "\"name\":\"other\""),
                CHAT.formatted("gpt-6-sol", ",\"max_tokens\":3"),
                answered)) {
            Reply reply = sim.openAi("POST", "/chat/completions", key, body);

            assertThat(reply.text("/choices/0/message/content")).startsWith("You said");
            assertThat(reply.at("/choices/0/message").has("tool_calls")).isFalse();
        }
    }

    private static void assertCallOfChat(Reply whole, Reply streamed) {
        assertThat(whole.text("/choices/0/finish_reason")).isEqualTo("tool_calls");
        assertThat(whole.at("/choices/0/message/content").isNull()).isTrue();
        JsonNode call = whole.at("/choices/0/message/tool_calls/0");
        assertThat(call.path("type").asText()).isEqualTo("function");
        assertThat(call.path("id").asText()).startsWith("call_");
        assertThat(call.at("/function/name").asText()).isEqualTo("get_weather");
        assertThat(call.at("/function/arguments").asText()).isEqualTo(ARGUMENTS);
        assertThat(values(streamed, "/choices/0/delta/tool_calls/0/function/name"))
                .containsExactly("get_weather");
        assertThat(joined(streamed, "/choices/0/delta/tool_calls/0/function/arguments"))
                .isEqualTo(ARGUMENTS);
        assertThat(values(streamed, "/choices/0/finish_reason")).containsExactly("tool_calls");
    }

    private static String joined(Reply stream, String pointer) {
        return values(stream, pointer).stream().collect(Collectors.joining());
    }

    /** What stands there in the events that have it. */
    private static List<String> values(Reply stream, String pointer) {
        return stream.events().stream()
                .map(event -> event.data())
                .filter(data -> data.startsWith("{"))
                .map(data -> TestSim.parse(data).at(pointer))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
