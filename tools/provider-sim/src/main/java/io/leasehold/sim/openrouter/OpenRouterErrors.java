package io.leasehold.sim.openrouter;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Answers failures in OpenRouter's dialect, and works out the error that a fault orders. */
final class OpenRouterErrors {
    private static final System.Logger LOG = System.getLogger(OpenRouterErrors.class.getName());

    void answer(Exchange exchange, Throwable failure) {
        OpenRouterError error = switch (failure) {
            case OpenRouterError known -> known;
            case InvalidRequest invalid -> OpenRouterError.invalid(invalid.getMessage());
            case BodyTooLarge tooLarge -> new OpenRouterError(OpenRouterErrorKind.TOO_LARGE);
            default -> unexpected(failure);
        };
        if (error.retryAfterSeconds() > 0) {
            exchange.response().putHeader("Retry-After", Integer.toString(error.retryAfterSeconds()));
        }
        exchange.json(error.status(), error.body());
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<OpenRouterError> ordered(Fault fault) {
        return OpenRouterErrorKind.ALL.orderedBy(fault).map(kind -> {
            int status = fault.status() == null ? kind.status() : fault.status();
            return new OpenRouterError(status, kind, kind.message());
        });
    }

    private static OpenRouterError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return new OpenRouterError(OpenRouterErrorKind.API_ERROR);
    }
}
