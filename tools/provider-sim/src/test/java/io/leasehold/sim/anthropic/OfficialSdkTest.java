package io.leasehold.sim.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The provider's own client takes the simulator for the provider. */
class OfficialSdkTest {
    private static final MessageCreateParams HELLO = MessageCreateParams.builder()
            .model("claude-sonnet-5")
            .maxTokens(100)
            .addUserMessage("Hello there [[out=12]]")
            .build();

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.anthropicKey();

    @Test
    void itReadsAMessage() {
        Message message = client(key.secret()).messages().create(HELLO);

        assertThat(message.usage().outputTokens()).isEqualTo(12);
        assertThat(message.content().getFirst().asText().text()).startsWith("You said: Hello there");
    }

    @Test
    void itReadsAStreamToTheSameMessage() {
        MessageAccumulator accumulator = MessageAccumulator.create();

        try (StreamResponse<RawMessageStreamEvent> stream =
                client(key.secret()).messages().createStreaming(HELLO)) {
            stream.stream().forEach(accumulator::accumulate);
        }

        Message whole = client(key.secret()).messages().create(HELLO);
        assertThat(accumulator.message().content().getFirst().asText().text())
                .isEqualTo(whole.content().getFirst().asText().text());
        assertThat(accumulator.message().usage().outputTokens()).isEqualTo(12);
    }

    @Test
    void itListsModels() {
        assertThat(client(key.secret()).models().list().autoPager())
                .anySatisfy(model -> assertThat(model.id()).isEqualTo("claude-opus-5"));
    }

    @Test
    void itKnowsTheErrors() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"error_kind\":\"spend_limit\"}");

        assertThatExceptionOfType(RateLimitException.class)
                .isThrownBy(() -> client(key.secret()).messages().create(HELLO));
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client("wrong").messages().create(HELLO));
    }

    private static AnthropicClient client(String secret) {
        return AnthropicOkHttpClient.builder()
                .apiKey(secret)
                .baseUrl(sim.url() + "/anthropic")
                .maxRetries(0)
                .build();
    }
}
