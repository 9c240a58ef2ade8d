package io.leasehold.ui.session;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Why nobody can say now who calls. An outage ends no session. */
public enum Outage {
    SESSIONS,
    IDENTITY_PROVIDER;

    /** @return null where the session is over, or never was */
    public static @Nullable Outage of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SessionsUnavailableException) {
                return SESSIONS;
            }
            if (isOfIdentityProvider(cause)) {
                return IDENTITY_PROVIDER;
            }
        }
        return null;
    }

    private static boolean isOfIdentityProvider(Throwable cause) {
        return switch (cause) {
            case IdentityProviderUnavailableException unusable -> true;
            case IOException unreachable -> true;
            case TimeoutException silent -> true;
            case VertxException cut -> true;
            // Quarkus passes on the cause of a failed call only, and fails itself where there is none: a cut
            // connection.
            case NullPointerException reasonLost -> true;
            default -> false;
        };
    }
}
