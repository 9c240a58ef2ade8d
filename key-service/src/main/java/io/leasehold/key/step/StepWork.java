package io.leasehold.key.step;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of work that goes step by step. Two replicas never do so for the same piece.
 *
 * @param <W> a piece of it, as it stands
 */
public interface StepWork<W> {
    /** A piece whose time has come. */
    record Due(UUID workspaceId, UUID id) {}

    List<Due> listDue(int limit);

    /** Empty where it isn't due or another replica is at it. */
    Optional<W> claim(UUID workspaceId, UUID id);

    /** Tries the step under way and keeps what came of it. Empty where it does not go on now. */
    Optional<W> tryStep(W at);

    /** As far as it goes now. */
    default void run(UUID workspaceId, UUID id) {
        Optional<W> work = claim(workspaceId, id);
        while (work.isPresent()) {
            work = tryStep(work.get());
        }
    }
}
