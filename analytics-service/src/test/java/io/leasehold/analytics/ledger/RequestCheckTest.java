package io.leasehold.analytics.ledger;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final KeptTime KEPT = KeptTime.at(NOW, Duration.ofDays(400));
    private static final UUID WORKSPACE = UUID.randomUUID();

    @Test
    void aWholeRequestIsCounted() {
        RequestCompleted request = aRequest(WORKSPACE).at(NOW).build();

        assertThatCode(() -> RequestCheck.check(request, KEPT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "latency", "admitted_at", "completed_at", "model", "usage_source", "tags"})
    void aRequestWithAPartMissingIsPutAside(String field) throws JsonProcessingException {
        ObjectNode json = Json.events().valueToTree(aRequest(WORKSPACE).at(NOW).build());
        json.remove(field);
        RequestCompleted request = Json.events().treeToValue(json, RequestCompleted.class);

        assertThatThrownBy(() -> RequestCheck.check(request, KEPT)).isInstanceOf(PermanentEventException.class);
    }

    @Test
    void negativeTokensAreNoTokens() {
        RequestCompleted request =
                aRequest(WORKSPACE).at(NOW).tokens(Tokens.text(-1, 0)).build();

        assertThatThrownBy(() -> RequestCheck.check(request, KEPT)).hasMessageContaining("negative");
    }

    @Test
    void moreTokensThanAnyModelTakesAreNoTokens() {
        RequestCompleted request = aRequest(WORKSPACE)
                .at(NOW)
                .tokens(Tokens.text(Long.MAX_VALUE, 0))
                .build();

        assertThatThrownBy(() -> RequestCheck.check(request, KEPT)).hasMessageContaining("tokens");
    }

    @Test
    void aCostBelowZeroIsNoCost() {
        RequestCompleted request =
                aRequest(WORKSPACE).at(NOW).cost("-0.000000001").build();

        assertThatThrownBy(() -> RequestCheck.check(request, KEPT)).hasMessageContaining("negative");
    }

    @Test
    void aTimeThatTheLedgerDoesNotKeepIsPutAside() {
        RequestCompleted tooOld =
                aRequest(WORKSPACE).at(NOW.minus(Duration.ofDays(401))).build();
        RequestCompleted tooEarly =
                aRequest(WORKSPACE).at(NOW.plus(Duration.ofDays(2))).build();

        assertThatThrownBy(() -> RequestCheck.check(tooOld, KEPT)).hasMessageContaining("admitted_at");
        assertThatThrownBy(() -> RequestCheck.check(tooEarly, KEPT)).hasMessageContaining("admitted_at");
    }
}
