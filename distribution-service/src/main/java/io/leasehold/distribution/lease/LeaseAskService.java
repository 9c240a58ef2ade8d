package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.distribution.node.NodeNotAdmittedProblem;
import io.leasehold.distribution.together.Together;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.trace.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Finds leases for nodes: those that they have, or new ones. What comes at the same moment is answered in one transaction,
 * unless it keeps something of its own in it: an {@code Idempotency-Key}, or the money of a direct lease.
 */
@ApplicationScoped
class LeaseAskService {
    private static final int MOST_TOGETHER = 100;

    private final Database database;
    private final LeaseAsks asks;
    private final DirectLeases direct;
    private final Idempotency idempotency;
    private final Together<Ask, AskAnswer> together;

    LeaseAskService(Database database, LeaseAsks asks, DirectLeases direct, Idempotency idempotency) {
        this.database = database;
        this.asks = asks;
        this.direct = direct;
        this.idempotency = idempotency;
        this.together = new Together<>(this::answerAll, ask -> ask.caller().workspaceId(), ask -> 1, MOST_TOGETHER);
    }

    /**
     * @throws NodeNotAdmittedProblem when the node is not let in
     * @throws LeaseNotAllowedProblem when the node's policy forbids it
     * @throws LimitReachedProblem when a direct lease's limit can't be set aside
     * @throws PoolEmptyProblem when no key can be leased; all of them are recorded
     */
    Granted ask(Caller caller, AskCommand command) {
        Ask ask = new Ask(caller, command, idempotency.keptId().orElse(null), TraceContext.current());
        AskAnswer answer =
                command.mode() == LeaseMode.DIRECT || idempotency.isUsed() ? answerAlone(ask) : together.ask(ask);
        return switch (answer) {
            case AskAnswer.Given(Granted granted) -> withSecret(granted);
            case AskAnswer.Refused(var why) -> throw why;
        };
    }

    private AskAnswer answerAlone(Ask ask) {
        return database.inWorkspace(ask.caller().workspaceId(), handle -> {
            AskAnswer answer = asks.answer(handle, List.of(ask)).getFirst();
            if (answer instanceof AskAnswer.Given(Granted granted)) {
                idempotency.keepId(handle, granted.lease().leaseId());
            }
            return answer;
        });
    }

    private List<AskAnswer> answerAll(List<Ask> some) {
        return database.inWorkspace(some.getFirst().caller().workspaceId(), handle -> asks.answer(handle, some));
    }

    /** Outside of the transaction, as the secret store may take its time; when it fails, asking again gets the lease. */
    private Granted withSecret(Granted granted) {
        return granted.lease().mode() == LeaseMode.DIRECT ? granted.with(direct.read(granted.lease())) : granted;
    }
}
