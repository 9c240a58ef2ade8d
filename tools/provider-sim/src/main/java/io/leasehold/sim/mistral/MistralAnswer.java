package io.leasehold.sim.mistral;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;

/** An answer of any of the inference APIs: what was planned, in the form of one of them. */
interface MistralAnswer extends Completion<MistralError> {
    Plan plan();

    @Override
    default Answer answer() {
        return plan().answer();
    }

    @Override
    default Tokens input() {
        return plan().input();
    }

    @Override
    default Rate rate() {
        return plan().rate();
    }
}
