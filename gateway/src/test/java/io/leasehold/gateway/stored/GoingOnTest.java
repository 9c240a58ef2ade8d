package io.leasehold.gateway.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.contracts.Capture;
import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Continuation;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.kit.json.Json;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that go on from an answer that their provider has stored, where that is switched on. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(GoingOnTest.On.class)
class GoingOnTest {
    private static final Pattern ID = Pattern.compile("\"id\": ?\"(resp_[A-Za-z0-9]+)\"");
    private static final String ASK = """
            {"model":"gpt-6-sol","max_output_tokens":30,"stream":%s,"input":"%s"%s}""";

    private final Tenant tenant = Tenant.of("openai");
    private final TestLease lease = tenant.lease().make();

    public static final class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("leasehold.gateway.stored.responses", "true");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLeaseGoesOnFromItsOwnAnswerWithTheKeyThatGaveIt(boolean streamed) {
        HttpResponse<String> first = ask(lease, ASK.formatted(streamed, "hi", ""));
        tenant.withAnotherKey();

        for (int i = 0; i < 5; i++) {
            HttpResponse<String> next = goOn(lease, id(first));

            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(record(next).keyId()).isEqualTo(record(first).keyId());
        }
    }

    @Test
    void anotherLeaseDoesNot() {
        String theirs = id(ask(lease, ASK.formatted(false, "hi", "")));
        TestLease other = tenant.lease().make();
        TestLease elsewhere = Tenant.of("openai").lease().make();
        long billed = tenant.billedRequests();

        HttpResponse<String> refused = goOn(other, theirs);
        HttpResponse<String> refusedElsewhere = goOn(elsewhere, theirs);
        HttpResponse<String> unknown = goOn(other, "resp_0");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("previous_response_id")
                .doesNotContain(theirs)
                .isEqualTo(unknown.body())
                .isEqualTo(refusedElsewhere.body());
        assertThat(tenant.billedRequests()).isEqualTo(billed);
    }

    /** Another key may belong to another project, in which there is no such answer. */
    @Test
    void noOtherKeyIsTriedInstead() {
        HttpResponse<String> first = ask(lease, ASK.formatted(false, "hi", ""));
        Tenant other = tenant.withAnotherKey();
        tenant.fault(Map.of("status", 401));
        Await.untilAsserted(() -> assertThat(
                        record(ask(lease, ASK.formatted(false, "hi", ""))).keyId())
                .isEqualTo(other.key().keyId()));
        long billed = other.billedRequests();

        HttpResponse<String> refused = goOn(lease, id(first));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(record(refused).keyId()).isEqualTo(tenant.key().keyId());
        assertThat(record(refused).failedTries()).isEmpty();
        assertThat(other.billedRequests()).isEqualTo(billed);
    }

    @Test
    void nobodyGoesOnOnceTheKeyIsOutOfUse() {
        HttpResponse<String> first = ask(lease, ASK.formatted(false, "hi", ""));
        tenant.withAnotherKey();
        tenant.keyBecomes(KeyState.DISABLED);

        Await.untilAsserted(() -> {
            HttpResponse<String> refused = goOn(lease, id(first));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("key", "send the messages themselves");
        });
    }

    /** What was said before is read again, and paid for: nobody can say how much it is but by what the model can read. */
    @Test
    void theWorstCaseIsThatOfTheWholeContext() {
        HttpResponse<String> first = ask(lease, ASK.formatted(false, "hi", ""));

        HttpResponse<String> next = goOn(lease, id(first));

        assertThat(record(next).reservation())
                .isGreaterThan(record(first).reservation().multiply(java.math.BigDecimal.TEN));
    }

    /** As if it had brought all messages itself. */
    @Test
    void itIsLinkedToWhatItGoesOnFrom() throws JsonProcessingException {
        tenant.isWorkspace(Capture.METADATA);
        Await.untilAsserted(() -> assertThat(
                        record(ask(lease, ASK.formatted(false, "hi", ""))).continuation())
                .isNotNull());
        HttpResponse<String> first = ask(lease, ASK.formatted(false, "hi", ""));
        Continuation before = Objects.requireNonNull(record(first).continuation());

        Continuation links =
                Objects.requireNonNull(record(goOn(lease, id(first))).continuation());

        assertThat(links.messages()).isEqualTo(1);
        assertThat(links.prefixes()).hasSize(2).startsWith(before.withAnswer());
        assertThat(links.prefixes())
                .endsWith(wholeConversation(first).prefixes().getLast());
    }

    /** The same two turns, sent in full. */
    private Continuation wholeConversation(HttpResponse<String> first) throws JsonProcessingException {
        String output = Json.events().readTree(first.body()).get("output").toString();
        String input = "[{\"role\":\"user\",\"content\":\"hi\"}," + output.substring(1, output.length() - 1)
                + ",{\"role\":\"user\",\"content\":\"and then?\"}]";
        HttpResponse<String> whole =
                ask(lease, "{\"model\":\"gpt-6-sol\",\"max_output_tokens\":30,\"input\":" + input + "}");
        return Objects.requireNonNull(record(whole).continuation());
    }

    private static HttpResponse<String> goOn(TestLease lease, String id) {
        return ask(lease, ASK.formatted(false, "and then?", ",\"previous_response_id\":\"" + id + "\""));
    }

    private static HttpResponse<String> ask(TestLease lease, String body) {
        return Gateway.send(
                Gateway.openAi(Gateway.url(), lease.token(), "/responses").POST(BodyPublishers.ofString(body)));
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private RequestCompleted record(HttpResponse<String> answer) {
        UUID id = UUID.fromString(answer.headers().firstValue("x-request-id").orElseThrow());
        List<RequestCompleted> records =
                lease.records(1, request -> request.requestId().equals(id));
        return records.getFirst();
    }
}
