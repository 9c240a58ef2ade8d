package io.leasehold.sim.cohere;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;

/** An answer of any of the inference APIs: what was planned, in the form of one of them. Only chats are streamed. */
interface CohereAnswer extends Completion<CohereError> {
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

    @Override
    default AnswerEvents events() {
        throw new IllegalStateException("only chats are streamed");
    }

    @Override
    default String failure(CohereError error) {
        throw new IllegalStateException("only chats are streamed");
    }
}
