package io.leasehold.distribution.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.Balance;
import io.leasehold.distribution.spend.SpendWindow;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WindowBookTest {
    private static final UUID REPLICA = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID LIVE = new UUID(0, 3);
    private static final BigDecimal LIMIT = usd("1");

    private final WindowBook book = new WindowBook(
            new SpendWindow(
                    new Window(
                            new WindowKey(new UUID(0, 9), Scope.KEY, "k", Period.TOTAL, Instant.EPOCH), null, LIMIT, 0),
                    Balance.ZERO,
                    false,
                    1),
            Map.of());

    @Test
    void whatIsNeededIsGrantedWhole() {
        assertThat(grant(REPLICA, "0.9", "0")).isTrue();

        assertBalance("0", "0", "0.9");
    }

    @Test
    void aNeedThatDoesNotFitGrantsNothing() {
        grant(REPLICA, "0.9", "0");

        assertThat(grant(OTHER, "0.2", "0")).isFalse();
        assertThat(book.hold(OTHER)).isEqualTo(Hold.NONE);
        assertBalance("0", "0", "0.9");
    }

    @Test
    void aWishIsGrantedUpToAnEighthOfWhatEachReplicaCouldHave() {
        assertThat(book.grant(REPLICA, LIMIT, usd("0"), usd("5"), 2)).isTrue();

        assertBalance("0", "0", "0.0625");
    }

    @Test
    void aSmallWishIsGrantedAsItIs() {
        assertThat(grant(REPLICA, "0.01", "0.02")).isTrue();

        assertBalance("0", "0", "0.03");
    }

    @Test
    void nothingIsGrantedAboveALoweredLimitAndNothingElseIsRefused() {
        grant(REPLICA, "0.9", "0");

        assertThat(book.grant(OTHER, usd("0.5"), usd("0.000000001"), usd("0"), 1))
                .isFalse();
        assertThat(book.grant(OTHER, usd("0.5"), usd("0"), usd("1"), 1)).isTrue();
        assertBalance("0", "0", "0.9");
    }

    @Test
    void whatARequestCostLeavesTheSliceAndIsSpent() {
        grant(REPLICA, "0.5", "0");

        book.take(REPLICA, usd("0.3"));
        book.spend(usd("0.3"));

        assertBalance("0.3", "0", "0.2");
    }

    @Test
    void aRequestThatCostMoreThanTheSliceIsSpentInFull() {
        grant(REPLICA, "0.5", "0");

        book.take(REPLICA, usd("0.8"));
        book.spend(usd("0.8"));

        assertBalance("0.8", "0", "0");
    }

    @Test
    void whatIsGivenBackCountsOnceHoweverOftenItIsTold() {
        grant(REPLICA, "0.5", "0");

        book.giveBack(REPLICA, usd("0.2"));
        book.giveBack(REPLICA, usd("0.2"));
        book.giveBack(REPLICA, usd("0.1"));
        assertBalance("0", "0", "0.3");

        book.giveBack(REPLICA, usd("0.3"));
        assertBalance("0", "0", "0.2");
    }

    @Test
    void whatRequestsTookAlreadyIsNotGivenBackAgain() {
        grant(REPLICA, "0.5", "0");
        book.take(REPLICA, usd("0.4"));

        book.giveBack(REPLICA, usd("0.3"));
        assertBalance("0", "0", "0");

        grant(REPLICA, "0.2", "0");
        assertBalance("0", "0", "0.2");
    }

    @Test
    void whatALostReplicaHasOutstandingIsPresumedAndTakenDownByLateRequests() {
        grant(REPLICA, "0.5", "0");
        grant(OTHER, "0.1", "0");

        book.close(REPLICA);
        assertBalance("0", "0.5", "0.1");

        book.take(REPLICA, usd("0.2"));
        book.spend(usd("0.2"));
        assertBalance("0.2", "0.3", "0.1");
    }

    @Test
    void presumedSpendIsNotGrantedToAnybody() {
        grant(REPLICA, "0.9", "0");
        book.close(REPLICA);

        assertThat(grant(OTHER, "0.2", "0")).isFalse();
        assertThat(grant(OTHER, "0.1", "0")).isTrue();
    }

    @Test
    void whatIsReleasedIsPresumedNoMoreAndOfLiveReplicasNothingIsTaken() {
        grant(REPLICA, "0.5", "0");
        grant(OTHER, "0.2", "0");
        grant(LIVE, "0.1", "0");
        book.close(REPLICA);
        book.close(OTHER);

        assertThat(book.release(usd("0.6"))).isEqualByComparingTo("0.6");
        assertBalance("0", "0.1", "0.1");
        assertThat(book.release(usd("0.6"))).isEqualByComparingTo("0.1");
        assertThat(book.release(usd("0.6"))).isEqualByComparingTo("0");
        assertBalance("0", "0", "0.1");
    }

    @Test
    void aLateRequestOfWhatWasReleasedIsSpentInFull() {
        grant(REPLICA, "0.5", "0");
        book.close(REPLICA);
        book.release(usd("0.5"));

        book.take(REPLICA, usd("0.3"));
        book.spend(usd("0.3"));

        assertBalance("0.3", "0", "0");
    }

    @Test
    void aCheaperRevisionTakesBackWhatWasCountedTooMuch() {
        book.spend(usd("0.8"));

        book.spend(usd("-0.3"));

        assertBalance("0.5", "0", "0");
    }

    private boolean grant(UUID replica, String need, String want) {
        return book.grant(replica, LIMIT, usd(need), usd(want), 1);
    }

    private void assertBalance(String spent, String presumed, String held) {
        Balance balance = book.window().balance();
        assertThat(balance.spent()).isEqualByComparingTo(spent);
        assertThat(balance.presumed()).isEqualByComparingTo(presumed);
        assertThat(balance.held()).isEqualByComparingTo(held);
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
