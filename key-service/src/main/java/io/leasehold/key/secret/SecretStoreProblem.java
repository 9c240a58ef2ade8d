package io.leasehold.key.secret;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The secret store did not do what it was asked to. */
public final class SecretStoreProblem extends Problem {
    private static final long serialVersionUID = 1;

    /** What kept it from doing so. */
    public enum Reason {
        /** Another version is current than the writer knew of. */
        CONFLICT(ProblemType.CONFLICT),
        /** There is no such version. */
        MISSING(ProblemType.NOT_FOUND),
        /** It can't be decrypted: changed, moved, or sealed under another master key. */
        DAMAGED(ProblemType.INTERNAL),
        /** The store is away, sealed, or does not let us in. */
        UNAVAILABLE(ProblemType.DEPENDENCY_UNAVAILABLE);

        private final ProblemType type;

        Reason(ProblemType type) {
            this.type = type;
        }
    }

    private final Reason reason;

    private SecretStoreProblem(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason.type, detail, cause);
        this.reason = reason;
        with("retryable", reason == Reason.UNAVAILABLE);
    }

    static SecretStoreProblem conflict(SecretPath path) {
        return new SecretStoreProblem(
                Reason.CONFLICT, "The secret at " + path.text() + " was written by someone else meanwhile.", null);
    }

    static SecretStoreProblem missing(SecretPath path, int version) {
        return new SecretStoreProblem(
                Reason.MISSING, "There is no version " + version + " of the secret at " + path.text() + ".", null);
    }

    static SecretStoreProblem damaged(SecretPath path, String why) {
        return new SecretStoreProblem(Reason.DAMAGED, "The secret at " + path.text() + " " + why, null);
    }

    static SecretStoreProblem unavailable(String why, @Nullable Throwable cause) {
        return new SecretStoreProblem(
                Reason.UNAVAILABLE, "The secret store can't be used right now: " + why + " Try again soon.", cause);
    }

    public Reason reason() {
        return reason;
    }
}
