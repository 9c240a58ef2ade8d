package io.leasehold.kit.secret;

import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.sys.health.VaultHealthStatus;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What Vault's answers mean, and those that never come. */
final class VaultFailures {
    private static final int NOT_FOUND = 404;
    private static final int REDIRECT = 307;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final String NO_MOUNT = "no handler for route";

    private VaultFailures() {}

    /** A mount that isn't there answers 404 too; taking that for a missing secret would let one be forgotten undestroyed. */
    static boolean isMissing(VaultClientException refused) {
        return isStatus(refused, NOT_FOUND) && !refused.hasErrorContaining(NO_MOUNT);
    }

    static SecretStoreProblem of(VaultClientException refused) {
        if (refused.hasErrorContaining("Vault is sealed")) {
            return sealed(refused);
        }
        if (refused.hasErrorContaining("not active") || isStatus(refused, REDIRECT)) {
            return standby(refused);
        }
        if (isStatus(refused, FORBIDDEN) || isSignIn(refused)) {
            return SecretStoreProblem.outage(
                    Reason.FORBIDDEN, "Vault does not let this service in; check its policy and credentials.", refused);
        }
        if (refused.hasErrorContaining(NO_MOUNT)) {
            return SecretStoreProblem.unavailable(
                    "Vault has no secrets engine at the mount that leasehold.vault.mount names.", refused);
        }
        return SecretStoreProblem.unavailable("Vault answered with status " + refused.getStatus() + ".", refused);
    }

    /** No answer, none in time, or not even a question, because what this service signs in with can't be read. */
    static SecretStoreProblem withoutAnswer(@Nullable Throwable cause) {
        return switch (cause) {
            case TimeoutException late ->
                SecretStoreProblem.outage(
                        Reason.UNREACHABLE,
                        "Vault does not answer in time; look at its load and at the network.",
                        late);
            case IOException away ->
                SecretStoreProblem.outage(
                        Reason.UNREACHABLE,
                        "Vault does not answer; check leasehold.vault.url, the network and whether Vault runs.",
                        away);
            case null, default ->
                SecretStoreProblem.outage(
                        Reason.FORBIDDEN, "This service can't sign in to Vault; check leasehold.vault.*.", cause);
        };
    }

    /** @throws SecretStoreProblem unless a Vault that is so can be used */
    static void requireUsable(VaultHealthStatus status) {
        switch (status) {
            // A standby passes calls on to the active node.
            case INITIALIZED_UNSEALED_ACTIVE, UNSEALED_STANDBY, PERFORMANCE_STANDBY -> {}
            case SEALED, NOT_INITIALIZED -> throw sealed(null);
            default -> throw standby(null);
        }
    }

    private static SecretStoreProblem sealed(@Nullable Throwable cause) {
        return SecretStoreProblem.outage(Reason.SEALED, "Vault is sealed; an operator has to unseal it.", cause);
    }

    private static SecretStoreProblem standby(@Nullable Throwable cause) {
        return SecretStoreProblem.outage(
                Reason.STANDBY, "Vault has no active node just now; if it stays so, look at its cluster.", cause);
    }

    /** A wrong role or secret id is a bad request to Vault. */
    private static boolean isSignIn(VaultClientException refused) {
        return isStatus(refused, BAD_REQUEST) && refused.getRequestPath().endsWith("/login");
    }

    private static boolean isStatus(VaultClientException refused, int status) {
        return Integer.valueOf(status).equals(refused.getStatus());
    }
}
