package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.leasehold.contracts.LeaseState;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anthropic's official client, with the gateway as its base URL and the lease token as its key. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class SdkTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().limitedTo("1").make();
    private final AnthropicClient client = AnthropicOkHttpClient.builder()
            .baseUrl(Gateway.url() + "/anthropic")
            .apiKey(lease.token())
            .maxRetries(0)
            .build();
    private final MessageCreateParams hello = MessageCreateParams.builder()
            .model(Gateway.MODEL)
            .maxTokens(50)
            .addUserMessage("Hello there")
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aPlainMessageWorks() {
        Message answer = client.messages().create(hello);

        assertThat(answer.content().getFirst().asText().text()).isNotBlank();
        assertThat(answer.usage().outputTokens()).isPositive();
    }

    @Test
    void aStreamedMessageIsTheSameMessage() {
        String plain =
                client.messages().create(hello).content().getFirst().asText().text();

        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(hello)) {
            String streamed = stream.stream()
                    .flatMap(event -> event.contentBlockDelta().stream())
                    .flatMap(delta -> delta.delta().text().stream())
                    .map(text -> text.text())
                    .collect(Collectors.joining());

            assertThat(streamed).isEqualTo(plain);
        }
    }

    @Test
    void modelsAreListed() {
        assertThat(client.models().list().data()).anyMatch(model -> model.id().equals(Gateway.MODEL));
    }

    @Test
    void aRevokedLeaseIsAnErrorThatTheClientKnows() {
        lease.ends(LeaseState.REVOKED);

        Await.untilAsserted(() ->
                assertThatThrownBy(() -> client.messages().create(hello)).isInstanceOf(UnauthorizedException.class));
    }
}
