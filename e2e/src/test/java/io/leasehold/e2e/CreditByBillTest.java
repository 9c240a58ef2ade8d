package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.localstack.service.ServiceComponent;
import io.leasehold.localstack.settings.Service;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a dead gateway held comes free by its provider's bill, which takes days: so the gateway is moved into the past, to a day
 * of which the bill is what it will stay.
 */
@Isolated
@ExtendWith(RunningSystem.Extension.class)
class CreditByBillTest {
    private static final String MODEL = "gpt-5.1";

    /** A dollar, of which one request may cost three quarters. */
    private static final String LIMIT = "1.00";

    /** At the dearest tier, as a request that names none may be served at it. */
    private static final int TOKENS_FOR_THREE_QUARTERS = 37_500;

    /** A tenth of a dollar. */
    private static final Map<String, Integer> CHARGED =
            Map.of("input", 0, "cache_read", 0, "cache_write_5m", 0, "cache_write_1h", 0, "output", 10_000);

    /** The last day whose bill is what it will stay, unless it is otherwise set. */
    private static final Instant DAY =
            Instant.now().minus(Duration.ofDays(8)).truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    private final JsonNode providerKey;
    private final String accountId;
    private final String keyId;

    CreditByBillTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
        this.providerKey = system.providerKey("openai", "inference");
        this.accountId = admin.post(
                        system.endpoints().keyService(),
                        "/api/v1/provider-accounts",
                        Map.of("provider", "openai", "name", "OpenAI"))
                .expectSuccess()
                .get("id")
                .asText();
        this.keyId = admin.addKey(accountId, "first", secret()).get("id").asText();
        admin.bindKey(keyId, providerKey.get("id").asText());
    }

    @Test
    void whatADeadGatewayHeldIsFreeAgainOnceTheBillShowsLess() throws Exception {
        limitTheKey();
        JsonNode lease = Pool.lease(system, system.asNode(workspace, "n"), Map.of("provider", "openai"));
        Await.untilAsserted(() -> {
            assertThat(ask(1, lease, 16)).isEqualTo(200);
            assertThat(window("held")).as("the gateway knows the limit").isPositive();
        });
        killedWhileItAnswers(lease);

        theGatewayWasThereOn(DAY);
        Await.untilAsserted(() -> assertThat(window("presumed")).isGreaterThanOrEqualTo(new BigDecimal("0.75")));
        Await.untilAsserted(
                () -> assertThat(ask(2, lease, TOKENS_FOR_THREE_QUARTERS)).isEqualTo(402));
        theBillIs(CHARGED);

        Await.untilAsserted(
                Ledgers.UNTIL_CAUGHT_UP,
                () -> assertThat(window("presumed"))
                        .isEqualByComparingTo(charged())
                        .isEqualByComparingTo("0.1"));
        Await.untilAsserted(
                () -> assertThat(ask(2, lease, TOKENS_FOR_THREE_QUARTERS)).isEqualTo(200));
        Await.untilAsserted(() -> assertThat(audited()).contains("spend.credit"));
    }

    private void limitTheKey() {
        admin.send(
                        "PUT",
                        system.endpoints().keyService(),
                        "/api/v1/limits/key/" + keyId,
                        Map.of("limits", List.of(Map.of("period", "total", "amount", LIMIT))))
                .expectSuccess();
    }

    /** The request is never booked: what it may have cost is all that is known. */
    private void killedWhileItAnswers(JsonNode lease) throws Exception {
        tokensTake(Duration.ofMillis(500));
        String gateway = ServiceComponent.name(Service.GATEWAY, 1);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(chat(1))
                            .header(
                                    "authorization",
                                    "Bearer " + lease.get("token").asText())
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                    {"model":"%s","max_completion_tokens":%d,"stream":true,
                                     "messages":[{"role":"user","content":"Hello [[out=500]]"}]}
                                    """.formatted(MODEL, TOKENS_FOR_THREE_QUARTERS)))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream _ = answer.body()) {
                assertThat(answer.statusCode()).isEqualTo(200);
                system.stack().kill(gateway);
            }
        } finally {
            tokensTake(Duration.ZERO);
            system.stack().restart(gateway);
        }
    }

    /** The one that is dead: no other one has anything of this key's. */
    private void theGatewayWasThereOn(Instant day) throws SQLException {
        int moved = Tables.update(
                system.database(Service.DISTRIBUTION_SERVICE),
                """
                update replica set started_at = ?, renewed_at = ?
                where replica in (select replica from hold where scope = 'key' and scope_id = ?)
                """,
                at(day.plus(Duration.ofHours(1))),
                at(day.plus(Duration.ofHours(2))),
                keyId);
        assertThat(moved).isEqualTo(1);
    }

    /** What was charged that day; the account is polled from when it has a credential. */
    private void theBillIs(Map<String, Integer> tokens) throws SQLException {
        system.local()
                .http()
                .send(
                        "POST",
                        URI.create(system.endpoints().simulator() + "/control/ledger"),
                        Map.of(
                                "key",
                                secret(),
                                "model",
                                MODEL,
                                "at",
                                DAY.plus(Duration.ofHours(1)).toString(),
                                "tokens",
                                tokens))
                .expectSuccess();
        int moved = Tables.update(
                system.database(Service.ANALYTICS_SERVICE),
                "update credit_key set billed_since = ? where key_id = ?",
                at(DAY),
                UUID.fromString(keyId));
        assertThat(moved).isEqualTo(1);
        String credential = system.providerKey("openai", "admin").get("secret").asText();
        admin.send(
                        "PUT",
                        system.endpoints().keyService(),
                        "/api/v1/provider-accounts/" + accountId + "/credential",
                        Map.of("admin_credential", credential))
                .expectSuccess();
    }

    private BigDecimal charged() {
        return new BigDecimal(system.bill(
                "key=%s&from=%s&to=%s".formatted(providerKey.get("id").asText(), DAY, DAY.plus(Duration.ofDays(1)))));
    }

    /** Of the key's limit: {@code presumed}, {@code held}. What has none is counted too, by the day and the month. */
    private BigDecimal window(String part) {
        return admin.get(system.endpoints().distributionService(), "/api/v1/spend/key/" + keyId)
                .expectSuccess()
                .get("items")
                .valueStream()
                .filter(window -> window.get("period").asText().equals("total"))
                .map(window -> new BigDecimal(window.get(part).asText()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private List<String> audited() {
        return admin.get(system.endpoints().keyService(), "/api/v1/audit?limit=200")
                .expectSuccess()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("action").asText())
                .toList();
    }

    /** The status of an answer that is short, whatever it may cost at most. */
    private int ask(int gateway, JsonNode lease, int mostTokens) {
        return system.local()
                .http()
                .send(
                        "POST",
                        chat(gateway),
                        Map.of(
                                "model",
                                MODEL,
                                "max_completion_tokens",
                                mostTokens,
                                "messages",
                                List.of(Map.of("role", "user", "content", "Hello [[out=2]]"))),
                        "authorization",
                        "Bearer " + lease.get("token").asText())
                .status();
    }

    private URI chat(int gateway) {
        return URI.create(system.gateway(gateway, "openai") + "/v1/chat/completions");
    }

    private void tokensTake(Duration interval) {
        system.slowTokens(new Pool(accountId, keyId, providerKey.get("id").asText(), secret(), ""), interval);
    }

    private String secret() {
        return providerKey.get("secret").asText();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
