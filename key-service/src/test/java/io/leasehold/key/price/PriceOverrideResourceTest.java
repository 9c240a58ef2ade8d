package io.leasehold.key.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.key.KeyApi;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PriceOverrideResourceTest {
    private static final String OVERRIDES = "/api/v1/prices/overrides";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void aPriceIsSetReadToldAndLookedUp() {
        String id = add(Map.of("service_tier", "batch", "note", "Contract 7"))
                .statusCode(201)
                .body("model", equalTo("claude-opus-*"))
                .body("prices.input", equalTo("4"))
                .body("prices.cache_read", nullValue())
                .body("valid_until", nullValue())
                .extract()
                .path("id");

        admin.call().get(OVERRIDES + "/" + id).then().statusCode(200).body("note", equalTo("Contract 7"));
        admin.call().get(OVERRIDES).then().body("items.id", contains(id));
        PriceOverride told = told(1).overrides().getFirst();
        assertThat(told.overrideId()).hasToString(id);
        assertThat(told.serviceTier()).isEqualTo("batch");
        assertThat(told.prices().output()).isEqualByComparingTo("20");
        price("claude-opus-5")
                .body("items[0].overridden", equalTo(true))
                .body("items[0].prices.input", equalTo("5"))
                .body("items[0].tiers.service_tier", contains("batch"))
                .body("items[0].tiers[0].prices.input", equalTo("4"))
                .body("items[0].tiers[0].prices.cache_read", equalTo("0.25"));
    }

    @Test
    void aPriceIsReplacedAndDeletedAndThenTheBookCountsAgain() {
        String id = add(Map.of()).statusCode(201).extract().path("id");
        price("claude-opus-5").body("items[0].prices.input", equalTo("4"));

        admin.call()
                .body(body(Map.of("prices", Map.of("input", "3"))))
                .put(OVERRIDES + "/" + id)
                .then()
                .statusCode(200)
                .body("prices.input", equalTo("3"))
                .body("prices.output", nullValue());
        price("claude-opus-5")
                .body("items[0].prices.input", equalTo("3"))
                .body("items[0].prices.output", equalTo("25"))
                .body("items[0].price_version", endsWith("+overrides-2"));

        admin.call().delete(OVERRIDES + "/" + id).then().statusCode(204);
        admin.call().delete(OVERRIDES + "/" + id).then().statusCode(404);
        price("claude-opus-5").body("items[0].prices.input", equalTo("5")).body("items[0].overridden", equalTo(false));
        assertThat(told(3).overrides()).isEmpty();
        // The topic forgets the workspace.
        Events.awaitRecords(
                Topic.PRICES,
                consumed -> consumed.value() == null
                        && consumed.key().equals(workspace.id().toString()));

        add(Map.of()).statusCode(201);
        assertThat(told(4).overrides()).hasSize(1);
    }

    @Test
    void whichOfTwoPricesCountsIsNeverLeftOpen() {
        add(Map.of("valid_from", "2026-01-01T00:00:00Z", "valid_until", "2026-07-01T00:00:00Z"))
                .statusCode(201);

        add(Map.of("valid_from", "2026-06-30T23:59:59Z")).statusCode(409);
        add(Map.of("valid_from", "2026-06-30T23:59:59Z", "model", "CLAUDE-opus-*"))
                .statusCode(409);
        add(Map.of("valid_from", "2026-07-01T00:00:00Z")).statusCode(201);
        add(Map.of("valid_from", "2026-06-01T00:00:00Z", "service_tier", "batch"))
                .statusCode(201);
        add(Map.of("valid_from", "2026-06-01T00:00:00Z", "model", "claude-opus-5"))
                .statusCode(201);
    }

    @Test
    void whatCantBeAPriceIsRefused() {
        refused("provider", "nobody");
        refused("model", "");
        refused("model", "a b\u0001");
        refused("prices", Map.of());
        refused("prices", Map.of("input", "-1"));
        refused("prices", Map.of("input", "0.0000001"));
        refused("prices", Map.of("input", "1000001"));
        refused("prices", Map.of("inputs", "1"));
        refused("prices", Map.of("input", "NaN"));
        refused("valid_until", "2020-01-01T00:00:00Z");
        refused("service_tier", "Batch please");
        admin.call().get(OVERRIDES + "/" + UUID.randomUUID()).then().statusCode(404);
        admin.call().get(OVERRIDES).then().body("items", hasSize(0));
    }

    @Test
    void theBookIsListedPageByPage() {
        add(Map.of("model", "claude-next")).statusCode(201);

        admin.call()
                .get("/api/v1/prices?provider=google&limit=500")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(20))
                .body("items.find { it.model == 'gemini-2.5-pro' }.long_context[0].above", equalTo(200_000))
                .body("items.find { it.model == 'gemini-2.5-pro' }.long_context[0].prices.output", equalTo("15"));
        String cursor = admin.call()
                .get("/api/v1/prices?provider=anthropic&limit=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next_cursor");
        admin.call()
                .get("/api/v1/prices?provider=anthropic&limit=500&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.find { it.model == 'claude-next' }.prices.input", equalTo("4"))
                .body("next_cursor", nullValue());
        admin.call()
                .get("/api/v1/prices?provider=mistral&model=mistral-medium-latest&at=2026-06-15T00:00:00Z")
                .then()
                .body("items.prices.input", contains("0.4"));
        admin.call().get("/api/v1/prices?provider=nobody").then().statusCode(400);
        admin.call().get("/api/v1/prices?model=nobody-9").then().body("items", hasSize(0));
    }

    private void refused(String field, Object value) {
        add(Map.of(field, value)).statusCode(400);
    }

    private ValidatableResponse add(Map<String, Object> different) {
        return admin.call().body(body(different)).post(OVERRIDES).then();
    }

    private static Map<String, Object> body(Map<String, Object> different) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "provider", "anthropic", "model", "claude-opus-*", "prices", Map.of("input", "4", "output", "20")));
        body.putAll(different);
        return body;
    }

    private ValidatableResponse price(String model) {
        return admin.call()
                .get("/api/v1/prices?provider=anthropic&model=" + model)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private PriceOverridesView told(long version) {
        List<ReceivedEvent> events = Events.await(
                Topic.PRICES,
                1,
                event -> event.data() instanceof PriceOverridesView view
                        && view.workspaceId().equals(workspace.id())
                        && view.version() == version);
        return (PriceOverridesView) events.getFirst().data();
    }
}
