package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.genai.Client;
import com.google.genai.JsonSerializable;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ClientException;
import com.google.genai.types.Content;
import com.google.genai.types.CountTokensConfig;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Part;
import com.google.genai.types.Tool;
import io.leasehold.contracts.LeaseState;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.SdkOutcome;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.kit.json.Json;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Google's official client, with the gateway as its base URL and the lease token as its key. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class GoogleSdkTest {
    private static final String MODEL = "gemini-2.5-flash";
    private static final String HELLO = "Grüße, wie geht's?";

    private final Tenant tenant = Tenant.of("google");
    private final TestLease lease = tenant.lease().limitedTo("20").make();
    private final Client client = client(Gateway.url(), lease.token());
    private final Client direct = client(Gateway.simulatorUrl(), tenant.secret());
    private final GenerateContentConfig brief =
            GenerateContentConfig.builder().maxOutputTokens(60).build();

    private static Client client(String base, String key) {
        return Client.builder()
                .apiKey(key)
                .httpOptions(HttpOptions.builder()
                        .baseUrl(base + "/google")
                        .retryOptions(HttpRetryOptions.builder().attempts(1).build())
                        .build())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        direct.close();
    }

    @Test
    void aStreamedAnswerIsThePlainOne() {
        GenerateContentResponse plain = client.models.generateContent(MODEL, HELLO, brief);

        String streamed = gathered(client, brief).stream()
                .map(GenerateContentResponse::text)
                .collect(Collectors.joining());

        assertThat(streamed).isNotBlank().isEqualTo(plain.text());
        assertThat(same(google -> google.models.generateContent(MODEL, HELLO, brief)))
                .contains("usageMetadata");
        assertThat(same(google -> gathered(google, brief))).contains("usageMetadata");
    }

    @Test
    void toolsAreCalledInTheSameWay() {
        GenerateContentConfig asking = brief.toBuilder()
                .tools(Tool.builder()
                        .functionDeclarations(FunctionDeclaration.builder()
                                .name("get_weather")
                                .description("The weather of a city")
                                .build())
                        .build())
                .build();
        String question = "How is it there? [[call=get_weather {\"city\":\"Köln\"}]]";

        assertThat(same(google -> google.models.generateContent(MODEL, question, asking)))
                .contains("functionCall", "Köln");
        assertThat(same(google -> gathered(google, question, asking))).contains("functionCall", "Köln");
    }

    @Test
    void picturesAreSeenAndTokensCountedInTheSameWay() {
        Content picture = Content.fromParts(
                Part.fromBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "image/png"),
                Part.fromText("What is this?"));

        assertThat(same(google -> google.models.generateContent(MODEL, picture, brief)))
                .contains("usageMetadata");
        assertThat(same(google -> google.models.countTokens(
                        MODEL, List.of(picture), CountTokensConfig.builder().build())))
                .contains("totalTokens");
    }

    @Test
    void textsAreEmbeddedAndModelsListedInTheSameWay() {
        EmbedContentConfig small =
                EmbedContentConfig.builder().outputDimensionality(64).build();

        assertThat(same(google ->
                        google.models.embedContent("gemini-embedding-001", List.of("Hello there", "and you"), small)))
                .contains("embeddings");
        assertThat(same(google -> {
                    List<String> names = new ArrayList<>();
                    google.models
                            .list(null)
                            .forEach(model -> names.add(model.name().orElseThrow()));
                    return names;
                }))
                .contains(MODEL);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_argument, ClientException: 400",
        "permission_denied, ClientException: 403",
        "not_found, ClientException: 404",
        "rate_limit, ClientException: 429",
        "internal, ServerException: 500",
        "unavailable, ServerException: 503"
    })
    void errorsAreTheSame(String kind, String said) {
        tenant.fault(Map.of("error_kind", kind));

        assertThat(same(google -> google.models.generateContent(MODEL, HELLO, brief)))
                .startsWith(said);
    }

    @Test
    void aStreamThatBreaksOffAndACallThatTakesTooLongFailInTheSameWay() {
        tenant.fault(Map.of("error_kind", "unavailable", "cut_stream_after_events", 2));
        same(google -> gathered(google, brief));

        tenant.fault(Map.of("latency_ms", 5_000));
        assertThat(same(google -> google.models.generateContent(
                        MODEL,
                        HELLO,
                        brief.toBuilder()
                                .httpOptions(HttpOptions.builder().timeout(300).build())
                                .build())))
                .contains("GenAiIOException");
    }

    @Test
    void aStreamMayBeLeftInTheMiddle() {
        tenant.fault(Map.of("token_interval_ms", 50));

        assertThat(same(google -> {
                    try (ResponseStream<GenerateContentResponse> stream =
                            google.models.generateContentStream(MODEL, HELLO, brief)) {
                        return stream.iterator().next();
                    }
                }))
                .contains("candidates");
    }

    @Test
    void aRevokedLeaseIsAnErrorThatTheClientKnows() {
        lease.ends(LeaseState.REVOKED);

        Await.untilAsserted(() -> assertThatThrownBy(() -> client.models.generateContent(MODEL, HELLO, brief))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("lease"));
    }

    private static List<GenerateContentResponse> gathered(Client google, GenerateContentConfig config) {
        return gathered(google, HELLO, config);
    }

    private static List<GenerateContentResponse> gathered(
            Client google, String question, GenerateContentConfig config) {
        List<GenerateContentResponse> answers = new ArrayList<>();
        try (ResponseStream<GenerateContentResponse> stream =
                google.models.generateContentStream(MODEL, question, config)) {
            stream.forEach(answers::add);
        }
        return answers;
    }

    /** What both come to. */
    private String same(Function<Client, Object> call) {
        String straight = SdkOutcome.of(() -> said(call.apply(direct)));
        assertThat(SdkOutcome.of(() -> said(call.apply(client)))).isEqualTo(straight);
        return straight;
    }

    /** Without headers and ids, which differ from call to call. */
    private static Object said(Object answer) {
        if (answer instanceof List<?> answers) {
            return answers.stream().map(GoogleSdkTest::said).toList();
        }
        if (!(answer instanceof JsonSerializable whole)) {
            return answer;
        }
        try {
            ObjectNode json = (ObjectNode) Json.events().readTree(whole.toJson());
            return json.without(List.of("sdkHttpResponse", "responseId"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
