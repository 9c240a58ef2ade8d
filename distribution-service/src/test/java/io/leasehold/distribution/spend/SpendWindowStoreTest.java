package io.leasehold.distribution.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpendWindowStoreTest {
    private static final Instant PAST = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2126-01-02T00:00:00Z");

    @Inject
    Database database;

    private final UUID workspaceId = UUID.randomUUID();

    @Test
    void aWindowIsMadeWhenItIsOpenedForTheFirstTime() {
        SpendWindow opened = open(window(FUTURE, "1", 1));

        assertThat(opened.window()).isEqualTo(window(FUTURE, "1", 1));
        assertThat(opened.balance()).isEqualTo(Balance.ZERO);
        assertThat(opened.version()).isEqualTo(1);
    }

    @Test
    void aNewerLimitIsTakenOverAndAnOlderOneIsNot() {
        open(window(FUTURE, "1", 1));

        assertThat(open(window(FUTURE, "0.5", 2)).window().limit()).isEqualByComparingTo("0.5");
        assertThat(open(window(FUTURE, "1", 1)).window().limit()).isEqualByComparingTo("0.5");
        assertThat(open(window(FUTURE, null, 3)).window().limit()).isNull();
    }

    @Test
    void aWindowThatIsPastKeepsItsLimit() {
        open(window(PAST, "1", 1));

        assertThat(open(window(PAST, "2", 2)).window().limit()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsSavedIsFound() {
        SpendWindow opened = open(window(FUTURE, "1", 1));
        Balance balance = new Balance(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.3"));

        database.useSystem(handle -> SpendWindowStore.save(handle, List.of(opened.with(balance))));

        SpendWindow found = open(window(FUTURE, "1", 1));
        assertThat(found.balance()).isEqualTo(balance);
        assertThat(found.version()).isEqualTo(2);
    }

    private SpendWindow open(Window window) {
        return database.asSystem(
                handle -> SpendWindowStore.open(handle, List.of(window)).getFirst());
    }

    private Window window(Instant end, @Nullable String limit, long limitVersion) {
        WindowKey key = new WindowKey(workspaceId, Scope.KEY, "k", Period.DAY, end.minusSeconds(86_400));
        return new Window(key, end, limit == null ? null : new BigDecimal(limit), limitVersion);
    }
}
