package io.leasehold.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    @Test
    void whatDoesNotFitTakesNothing() {
        ByteBudget budget = new ByteBudget(10);

        assertThat(budget.take(8)).isTrue();
        assertThat(budget.take(3)).isFalse();
        assertThat(budget.used()).isEqualTo(8);
        budget.give(8);
        assertThat(budget.take(10)).isTrue();
    }
}
