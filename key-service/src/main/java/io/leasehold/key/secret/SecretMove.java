package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Moves all secrets from one store to another, one after the other. */
final class SecretMove {
    private final SecretStore from;
    private final MovingSecrets moving;

    SecretMove(SecretStore from, MovingSecrets moving) {
        this.from = from;
        this.moving = moving;
    }

    /**
     * What came of it.
     *
     * @param left how many are still in the old store
     * @param problems why
     */
    record Result(int moved, int left, List<String> problems) {}

    /**
     * @param progress is told how many have been moved
     * @throws SecretStoreProblem when one of the stores can't be used at all
     */
    Result run(IntConsumer progress) {
        moving.requireReady();
        List<String> problems = new ArrayList<>();
        int moved = 0;
        for (SecretPath path : from.list()) {
            try {
                moving.move(path);
                progress.accept(++moved);
            } catch (SecretStoreProblem problem) {
                if (problem.reason().isOutage()) {
                    throw problem;
                }
                problems.add(problem.detail());
            }
        }
        return new Result(moved, from.list().size(), problems);
    }
}
