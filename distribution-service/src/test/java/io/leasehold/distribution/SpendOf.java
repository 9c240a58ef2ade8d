package io.leasehold.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the API says of a scope's running window. */
public record SpendOf(TestWorkspace workspace, Scope scope, String scopeId, Period period) {
    /** Waits until the figures are these. */
    public void becomes(String spent, String presumed, String held) {
        Await.untilAsserted(() -> {
            JsonPath window = read();
            assertThat(amount(window, "spent")).as("spent").isEqualByComparingTo(spent);
            assertThat(amount(window, "presumed")).as("presumed").isEqualByComparingTo(presumed);
            assertThat(amount(window, "held")).as("held").isEqualByComparingTo(held);
        });
    }

    public @Nullable String text(String field) {
        return read().getString(path(field));
    }

    private JsonPath read() {
        return Api.as(workspace, "viewer")
                .get("/api/v1/spend/" + scope.wireName() + "/" + scopeId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private BigDecimal amount(JsonPath answer, String field) {
        return new BigDecimal(answer.getString(path(field)));
    }

    private String path(String field) {
        return "items.find { it.period == '" + period.wireName() + "' }." + field;
    }
}
