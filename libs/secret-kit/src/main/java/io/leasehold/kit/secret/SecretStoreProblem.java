package io.leasehold.kit.secret;

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
        /** It does not let this service in, or not to this secret. */
        FORBIDDEN(ProblemType.DEPENDENCY_UNAVAILABLE),
        /** It is sealed, or was never opened. */
        SEALED(ProblemType.DEPENDENCY_UNAVAILABLE),
        /** It is there, but no node of it is active. */
        STANDBY(ProblemType.DEPENDENCY_UNAVAILABLE),
        /** It does not answer. */
        UNREACHABLE(ProblemType.DEPENDENCY_UNAVAILABLE),
        /** It answers that it can't now. */
        UNAVAILABLE(ProblemType.DEPENDENCY_UNAVAILABLE);

        private final ProblemType type;

        Reason(ProblemType type) {
            this.type = type;
        }

        /** Whether the store itself can't be used now; asked again later, it may well do what it was asked to. */
        public boolean isOutage() {
            return type == ProblemType.DEPENDENCY_UNAVAILABLE;
        }
    }

    private final Reason reason;

    private SecretStoreProblem(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason.type, detail, cause);
        this.reason = reason;
        with("retryable", reason.isOutage());
    }

    public static SecretStoreProblem conflict(SecretPath path) {
        return new SecretStoreProblem(
                Reason.CONFLICT, "The secret at " + path.text() + " was written by someone else meanwhile.", null);
    }

    public static SecretStoreProblem missing(SecretPath path, int version) {
        return new SecretStoreProblem(
                Reason.MISSING, "There is no version " + version + " of the secret at " + path.text() + ".", null);
    }

    public static SecretStoreProblem damaged(SecretPath path, String why) {
        return new SecretStoreProblem(Reason.DAMAGED, "The secret at " + path.text() + " " + why, null);
    }

    /**
     * The store can't be used now.
     *
     * @param reason one that is an outage
     * @param why a sentence that says what to look at
     */
    public static SecretStoreProblem outage(Reason reason, String why, @Nullable Throwable cause) {
        if (!reason.isOutage()) {
            throw new IllegalArgumentException(reason + " is no outage");
        }
        return new SecretStoreProblem(
                reason, "The secret store can't be used right now: " + why + " Try again soon.", cause);
    }

    /** An {@link #outage} that is none of the better known ones. */
    public static SecretStoreProblem unavailable(String why, @Nullable Throwable cause) {
        return outage(Reason.UNAVAILABLE, why, cause);
    }

    public Reason reason() {
        return reason;
    }
}
