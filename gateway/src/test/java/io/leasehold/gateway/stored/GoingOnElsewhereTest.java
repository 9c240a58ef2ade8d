package io.leasehold.gateway.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Continuation;
import io.leasehold.contracts.event.RequestCompleted.StoredResponse;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that go on from an answer that another replica of the gateway gave, or this one before it was started anew. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(GoingOnTest.On.class)
class GoingOnElsewhereTest {
    private static final Pattern ID = Pattern.compile("\"id\": ?\"(resp_[A-Za-z0-9]+)\"");
    private static final String ASK = """
            {"model":"gpt-6-sol","max_output_tokens":30,"input":"%s"%s}""";

    private final Tenant tenant = Tenant.of("openai");
    private final TestLease lease = tenant.lease().make();

    /** Given without this gateway: the simulator keeps it for this key. */
    private final String id = id(Gateway.send(Gateway.openAi(Gateway.simulatorUrl(), tenant.secret(), "/responses")
            .POST(BodyPublishers.ofString(ASK.formatted("hi", "")))));

    @Test
    void aLeaseGoesOnFromItWithTheKeyThatGaveItAndItIsAskedForOnce() {
        tenant.withAnotherKey();
        Services.stored(lease.id(), id, tenant.key().keyId(), null);

        for (int i = 0; i < 5; i++) {
            HttpResponse<String> next = goOn(lease);

            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(record(next).keyId()).isEqualTo(tenant.key().keyId());
        }

        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void manyWhoGoOnFromItAtOnceAskOnce() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> waiting = IntStream.range(0, 10)
                    .mapToObj(client -> clients.submit((Callable<HttpResponse<String>>) () -> goOn(lease)))
                    .toList();
            Await.untilAsserted(() -> assertThat(asked()).isEqualTo(1));

            Services.stored(lease.id(), id, tenant.key().keyId(), null);

            for (Future<HttpResponse<String>> client : waiting) {
                assertThat(client.get().statusCode()).isEqualTo(200);
            }
        }
        assertThat(asked()).isLessThanOrEqualTo(3);
    }

    @Test
    void anotherLeaseDoesNotAndLearnsNothing() {
        Services.stored(lease.id(), id, tenant.key().keyId(), null);
        TestLease other = tenant.lease().make();
        long billed = tenant.billedRequests();

        HttpResponse<String> refused = goOn(other);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("previous_response_id").doesNotContain(id);
        assertThat(tenant.billedRequests()).isEqualTo(billed);
    }

    /** Asking three times is enough, and not again for whoever comes a moment later. */
    @Test
    void whatNobodyKnowsIsNotAskedForAgainAndAgain() {
        assertThat(goOn(lease).statusCode()).isEqualTo(400);
        long before = asked();

        assertThat(goOn(lease).statusCode()).isEqualTo(400);

        assertThat(before).isEqualTo(3);
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void whileNobodyCanBeAskedTheClientIsToldToComeAgain() {
        Services.away(true);
        try {
            HttpResponse<String> refused = goOn(lease);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
        } finally {
            Services.away(false);
        }
        Services.stored(lease.id(), id, tenant.key().keyId(), null);

        assertThat(goOn(lease).statusCode()).isEqualTo(200);
    }

    /** What this replica has given itself needs nobody else. */
    @Test
    void whileNobodyCanBeAskedALeaseGoesOnFromWhatIsKnownHere() {
        String known = id(ask(lease, ASK.formatted("hi", "")));
        Services.away(true);
        try {
            assertThat(goOn(lease, known).statusCode()).isEqualTo(200);
        } finally {
            Services.away(false);
        }
    }

    @Test
    void otherReplicasAreToldByItsHashAndOfNothingThatNoProviderKeeps() {
        HttpResponse<String> stored = ask(lease, ASK.formatted("hi", ""));
        HttpResponse<String> passing = Gateway.send(Gateway.openAi(Gateway.url(), lease.token(), "/chat/completions")
                .POST(BodyPublishers.ofString("""
                                {"model":"gpt-6-sol","max_completion_tokens":5,
                                 "messages":[{"role":"user","content":"hi"}]}""")));

        assertThat(record(stored).storedResponse())
                .isEqualTo(new StoredResponse(StoredResponse.hash(id(stored)), null));
        assertThat(record(passing).storedResponse()).isNull();
    }

    @Test
    void itIsLinkedAsIfThisReplicaHadGivenIt() {
        tenant.isWorkspace(Capture.METADATA);
        Await.untilAsserted(() -> assertThat(
                        record(ask(lease, ASK.formatted("hi", ""))).continuation())
                .isNotNull());
        HttpResponse<String> here = ask(lease, ASK.formatted("hi", ""));
        RequestCompleted told = record(here);
        String link = Objects.requireNonNull(
                Objects.requireNonNull(told.storedResponse()).link());

        Services.stored(lease.id(), id, tenant.key().keyId(), link);
        Continuation elsewhere = Objects.requireNonNull(record(goOn(lease)).continuation());

        assertThat(Base64.getUrlDecoder().decode(link)).hasSize(32);
        assertThat(elsewhere.prefixes())
                .isEqualTo(Objects.requireNonNull(record(goOn(lease, id(here))).continuation())
                        .prefixes());
        assertThat(elsewhere.prefixes())
                .startsWith(Objects.requireNonNull(told.continuation()).withAnswer());
    }

    private long asked() {
        return Services.calls("stored-responses/" + StoredResponse.hash(id));
    }

    private HttpResponse<String> goOn(TestLease asking) {
        return goOn(asking, id);
    }

    private static HttpResponse<String> goOn(TestLease asking, String from) {
        return ask(asking, ASK.formatted("and then?", ",\"previous_response_id\":\"" + from + "\""));
    }

    private static HttpResponse<String> ask(TestLease asking, String body) {
        return Gateway.send(
                Gateway.openAi(Gateway.url(), asking.token(), "/responses").POST(BodyPublishers.ofString(body)));
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private RequestCompleted record(HttpResponse<String> answer) {
        UUID requestId =
                UUID.fromString(answer.headers().firstValue("x-request-id").orElseThrow());
        return lease.records(1, request -> request.requestId().equals(requestId))
                .getFirst();
    }
}
