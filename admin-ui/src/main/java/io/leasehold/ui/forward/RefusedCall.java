package io.leasehold.ui.forward;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** A call that is not forwarded, or was forwarded in vain. */
final class RefusedCall extends Problem {
    private static final long serialVersionUID = 1;

    private RefusedCall(ProblemType type, String detail) {
        super(type, detail);
    }

    static RefusedCall notSignedIn() {
        return new RefusedCall(ProblemType.UNAUTHENTICATED, "The session is over. Sign in again.");
    }

    static RefusedCall sessionsUnavailable() {
        return new RefusedCall(
                ProblemType.DEPENDENCY_UNAVAILABLE, "The sessions can't be read right now. Try again in a moment.");
    }

    static RefusedCall identityProviderUnavailable() {
        return new RefusedCall(
                ProblemType.DEPENDENCY_UNAVAILABLE,
                "The identity provider can't renew the session right now. Try again in a moment; nobody was signed out.");
    }

    static RefusedCall foreignOrigin() {
        return new RefusedCall(
                ProblemType.FORBIDDEN, "This call does not come from the admin UI. Reload the page and try again.");
    }

    static RefusedCall callTheGatewayItself() {
        return new RefusedCall(
                ProblemType.FORBIDDEN,
                "Leases are tried here by people in the admin UI. Call the gateway itself, at the lease's base_url.");
    }

    static RefusedCall noLeaseToken() {
        return new RefusedCall(
                ProblemType.INVALID_REQUEST, "Name the token of the lease in the header leasehold-lease-token.");
    }

    static RefusedCall noSuchPath(String path) {
        return new RefusedCall(ProblemType.NOT_FOUND, "No service answers " + path + ". Check the path.");
    }

    static RefusedCall tooLarge(long limit) {
        return new RefusedCall(
                ProblemType.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes. Send less at a time.");
    }

    static RefusedCall serviceUnavailable(String service) {
        return new RefusedCall(
                ProblemType.DEPENDENCY_UNAVAILABLE, service + " can't be reached right now. Try again in a moment.");
    }
}
