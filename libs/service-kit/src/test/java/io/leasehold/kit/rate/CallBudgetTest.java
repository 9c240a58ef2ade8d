package io.leasehold.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void aBurstIsLetThroughAndThenSoManyASecond() {
        CallBudget budget = new CallBudget(10, 3, 100, now::get);

        assertThat(taken(budget, 5)).isEqualTo(3);
        assertThat(budget.take("ada").waitFor()).isEqualTo(Duration.ofMillis(100));

        pass(Duration.ofMillis(99));
        assertThat(budget.take("ada").waitFor()).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(taken(budget, 5)).isEqualTo(1);
        pass(Duration.ofHours(1));
        assertThat(taken(budget, 5)).isEqualTo(3);
    }

    @Test
    void whatIsLeftIsTold() {
        CallBudget budget = new CallBudget(10, 3, 100, now::get);

        assertThat(budget.size()).isEqualTo(3);
        assertThat(budget.take("ada")).isEqualTo(taking(0, 2, 100));
        assertThat(budget.take("ada")).isEqualTo(taking(0, 1, 200));
        pass(Duration.ofMillis(50));
        assertThat(budget.take("ada")).isEqualTo(taking(0, 0, 250));
        assertThat(budget.take("ada")).isEqualTo(taking(50, 0, 250));
    }

    @Test
    void whoIsRefusedIsNotHeldLongerForAsking() {
        CallBudget budget = new CallBudget(10, 1, 100, now::get);
        budget.take("ada");

        for (int i = 0; i < 1000; i++) {
            budget.take("ada");
        }

        assertThat(budget.take("ada").waitFor()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        CallBudget budget = new CallBudget(10, 1, 100, now::get);
        budget.take("ada");

        assertThat(budget.take("olga").waitFor()).isZero();
    }

    @Test
    void onlySoManyCallersAreRemembered() {
        CallBudget budget = new CallBudget(10, 1, 100, now::get);

        for (int i = 0; i < 10_000; i++) {
            budget.take("caller-" + i);
        }

        assertThat(budget.remembered()).isEqualTo(100);
        assertThat(budget.take("caller-9999").waitFor()).isPositive();
    }

    @Test
    void anIpv6NetworkIsOneCaller() {
        String one = CallerAddress.of(SocketAddress.inetSocketAddress(1, "2001:db8:1:2:3:4:5:6"));

        assertThat(CallerAddress.of(SocketAddress.inetSocketAddress(2, "2001:db8:1:2:ffff::1")))
                .isEqualTo(one);
        assertThat(CallerAddress.of(SocketAddress.inetSocketAddress(1, "2001:db8:1:3::1")))
                .isNotEqualTo(one);
        assertThat(CallerAddress.of(SocketAddress.inetSocketAddress(1, "192.0.2.7")))
                .isEqualTo("192.0.2.7");
    }

    private static CallBudget.Taking taking(long wait, long left, long whole) {
        return new CallBudget.Taking(Duration.ofMillis(wait), left, Duration.ofMillis(whole));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static int taken(CallBudget budget, int calls) {
        int taken = 0;
        for (int i = 0; i < calls; i++) {
            if (!budget.take("ada").refused()) {
                taken++;
            }
        }
        return taken;
    }
}
