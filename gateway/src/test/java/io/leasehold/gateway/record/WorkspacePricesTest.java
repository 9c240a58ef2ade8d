package io.leasehold.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.providers.price.ModelPrice;
import io.leasehold.providers.price.WorkspacePrices;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A workspace's own prices count in what is set aside and in what is recorded, from the moment that they are told. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class WorkspacePricesTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    @Inject
    WorkspacePrices prices;

    @Test
    void whatIsRecordedCostsWhatTheWorkspaceHasSet() {
        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);
        tell(1, "2.5", "12.5");
        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);

        List<RequestCompleted> records =
                lease.records(2, record -> record.route().equals("POST /v1/messages"));

        RequestCompleted listed = records.getFirst();
        RequestCompleted own = records.getLast();
        assertThat(own.tokens()).isEqualTo(listed.tokens());
        assertThat(own.cost()).isEqualByComparingTo(listed.cost().divide(BigDecimal.TWO));
        assertThat(own.priceVersion()).isEqualTo(listed.priceVersion() + "+overrides-1");
        assertThat(own.priceTerms()).isNotNull();
        assertThat(own.priceTerms().webSearches()).isZero();
    }

    @Test
    void whatIsSetAsideIsTheWorstCaseAtThosePrices() {
        tenant.limit(Period.DAY, new BigDecimal("1"));
        Await.untilAsserted(
                () -> assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200));

        tell(1, "100000", "100000");

        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(402);
        tell(2, "5", "25");
        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);
    }

    private void tell(long version, String input, String output) {
        PriceOverridesView.Prices own = new PriceOverridesView.Prices(
                new BigDecimal(input), null, null, null, new BigDecimal(output), null, null, null, null, null);
        PriceOverride override =
                new PriceOverride(UUID.randomUUID(), "anthropic", "claude-*", null, own, Instant.EPOCH, null, null);
        Events.publish(
                EventType.PRICE_OVERRIDES_CHANGED,
                new PriceOverridesView(tenant.workspaceId(), List.of(override), version, Instant.now()));
        Await.untilAsserted(() -> assertThat(prices.of(tenant.workspaceId())
                        .find("anthropic", Gateway.MODEL, Instant.now())
                        .map(ModelPrice::version)
                        .orElseThrow())
                .endsWith("+overrides-" + version));
    }
}
