package io.leasehold.distribution.stored;

import static io.leasehold.distribution.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.event.RequestCompleted.StoredResponse;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.RequestFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose the answers are that providers keep. */
@QuarkusTest
class StoredResponseTest {
    private static final String PROVIDER = "anthropic";
    private static final String LINK = "kJ3yXh0S0m8l2v1c9rQ4tAkJ3yXh0S0m8l2v1c9rQ4s";

    @Inject
    StoredResponseSweep sweep;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID lease = UUID.randomUUID();
    private final UUID key = UUID.randomUUID();
    private final String hash = StoredResponse.hash("resp_" + UUID.randomUUID());

    @Test
    void aGatewayFindsTheAnswerOfALeaseWithItsKeyAndLink() {
        request().storing(new StoredResponse(hash, LINK)).told("0.2");

        isFound().body("key_id", equalTo(key.toString())).body("link", equalTo(LINK));
        assertThat(spent()).isEqualTo("0.200000000");
    }

    @Test
    void oneThatIsNotLinkedIsFoundToo() {
        request().storing(new StoredResponse(hash, null)).told("0.2");

        isFound().body("key_id", equalTo(key.toString())).body("link", nullValue());
    }

    @Test
    void nobodyElseFindsIt() {
        request().storing(new StoredResponse(hash, null)).told("0.2");
        isFound();

        find(workspace.id(), PROVIDER, hash, UUID.randomUUID()).statusCode(404);
        find(workspace.id(), "openai", hash, lease).statusCode(404);
        find(TestWorkspace.fresh().id(), PROVIDER, hash, lease).statusCode(404);
        find(workspace.id(), PROVIDER, StoredResponse.hash("resp_0"), lease)
                .statusCode(404)
                .contentType("application/problem+json");
    }

    /** Neither the same event again, nor a later revision, nor another lease that is given the same id. */
    @Test
    void whoseItIsNeverChanges() {
        RequestFixture request = request().storing(new StoredResponse(hash, LINK));
        UUID eventId = UUID.randomUUID();
        request.told(eventId, "0.2");
        isFound();

        request.told(eventId, "0.2");
        request.revision(2).storing(new StoredResponse(hash, null)).told("0.3");
        UUID other = UUID.randomUUID();
        String last = StoredResponse.hash("resp_last");
        RequestFixture theirs = aRequest(workspace).ofLease(other.toString());
        theirs.storing(new StoredResponse(hash, null)).told("0.2");
        aRequest(workspace)
                .ofLease(other.toString())
                .storing(new StoredResponse(last, null))
                .told("0.2");
        Await.untilAsserted(() -> find(workspace.id(), PROVIDER, last, other).statusCode(200));

        isFound().body("key_id", equalTo(key.toString())).body("link", equalTo(LINK));
        find(workspace.id(), PROVIDER, hash, other).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "resp_1", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"})
    void whatIsNoHashKeepsNoRequestFromBeingSettled(String told) {
        request().storing(new StoredResponse(told, null)).told("0.2");

        Await.untilAsserted(() -> assertThat(spent()).isEqualTo("0.200000000"));
        assertThat(Sql.one("select count(*) from stored_response where workspace_id = ?", workspace.id()))
                .isEqualTo("0");
    }

    @Test
    void itIsForgottenAfterItsTime() {
        request().storing(new StoredResponse(hash, null)).told("0.2");
        isFound();
        age(Duration.ofDays(30).minusMinutes(5));
        sweep.forgetOld();
        isFound();

        age(Duration.ofMinutes(10));
        sweep.forgetOld();

        find(workspace.id(), PROVIDER, hash, lease).statusCode(404);
    }

    /** As when the topic is read again from its beginning. */
    @Test
    void oneThatIsOlderIsNotTakenIn() {
        request()
                .storing(new StoredResponse(hash, null))
                .admittedAt(Instant.now().minus(Duration.ofDays(31)))
                .told("0.2");

        Await.untilAsserted(() -> assertThat(spent()).isEqualTo("0.200000000"));
        find(workspace.id(), PROVIDER, hash, lease).statusCode(404);
    }

    private RequestFixture request() {
        return aRequest(workspace).ofLease(lease.toString()).withKey(key);
    }

    private ValidatableResponse isFound() {
        Await.untilAsserted(() -> find(workspace.id(), PROVIDER, hash, lease).statusCode(200));
        return find(workspace.id(), PROVIDER, hash, lease);
    }

    private static ValidatableResponse find(UUID workspaceId, String provider, String hash, UUID lease) {
        return Api.asService("gateway")
                .queryParam("workspace", workspaceId)
                .queryParam("provider", provider)
                .queryParam("lease", lease)
                .get("/internal/v1/stored-responses/" + hash)
                .then();
    }

    private String spent() {
        return String.valueOf(
                Sql.one("select sum(amount) from settled_request where workspace_id = ?", workspace.id()));
    }

    private void age(Duration by) {
        Sql.update(
                "update stored_response set stored_at = stored_at - cast(? as interval) where workspace_id = ?",
                by.toSeconds() + " seconds",
                workspace.id());
    }
}
