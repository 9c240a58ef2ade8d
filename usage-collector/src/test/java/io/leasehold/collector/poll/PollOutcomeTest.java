package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollOutcomeTest {
    private final PollFailure failure = PollFailure.ourFault();

    @Test
    void keysThatCanNotBeListedAreNoFailureOfTheFigures() {
        PollOutcome outcome = new PollOutcome();
        outcome.good(PollPart.COST);
        outcome.failed(PollPart.KEYS, failure);

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.parts().get(PollPart.KEYS)).contains(failure);
    }

    @Test
    void whereNothingElseIsAskedForTheyAre() {
        PollOutcome outcome = new PollOutcome();
        outcome.failed(PollPart.KEYS, failure);

        assertThat(outcome.failure()).isEqualTo(failure);
    }

    @Test
    void theFirstFailureOfTheFiguresCounts() {
        PollOutcome outcome = new PollOutcome();
        outcome.failed(PollPart.COST, failure);
        outcome.failed(PollPart.QUOTA, PollFailure.missingKey());

        assertThat(outcome.failure()).isEqualTo(failure);
    }
}
