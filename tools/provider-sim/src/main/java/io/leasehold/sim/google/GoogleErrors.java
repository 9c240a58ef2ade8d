package io.leasehold.sim.google;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Answers failures in the way of Google's APIs, and works out the error that a fault orders. */
final class GoogleErrors {
    private static final System.Logger LOG = System.getLogger(GoogleErrors.class.getName());

    void answer(Exchange exchange, Throwable failure) {
        GoogleError error = switch (failure) {
            case GoogleError known -> known;
            case InvalidRequest invalid -> GoogleError.invalid(invalid.getMessage());
            case BodyTooLarge tooLarge -> new GoogleError(GoogleErrorKind.TOO_LARGE);
            default -> unexpected(failure);
        };
        exchange.json(error.status(), error.body());
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<GoogleError> ordered(Fault fault) {
        return GoogleErrorKind.ALL.orderedBy(fault).map(kind -> {
            int status = fault.status() == null ? kind.status() : fault.status();
            return new GoogleError(status, kind, kind.message());
        });
    }

    private static GoogleError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return new GoogleError(GoogleErrorKind.INTERNAL);
    }
}
