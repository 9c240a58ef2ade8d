package io.leasehold.sim.cohere;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Answers failures in Cohere's dialect, and works out the error that a fault orders. */
final class CohereErrors {
    private static final System.Logger LOG = System.getLogger(CohereErrors.class.getName());

    void answer(Exchange exchange, Throwable failure) {
        CohereError error = switch (failure) {
            case CohereError known -> known;
            case InvalidRequest invalid ->
                new CohereError(CohereErrorKind.INVALID_REQUEST, String.valueOf(invalid.getMessage()));
            case BodyTooLarge tooLarge -> new CohereError(CohereErrorKind.INVALID_REQUEST, "the request is too large");
            default -> unexpected(failure);
        };
        exchange.json(error.status(), error.body(CohereApi.id(exchange.serial())));
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<CohereError> ordered(Fault fault) {
        return CohereErrorKind.ALL.orderedBy(fault).map(kind -> {
            int status = fault.status() == null ? kind.status() : fault.status();
            return new CohereError(status, kind.message());
        });
    }

    private static CohereError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return new CohereError(CohereErrorKind.API_ERROR);
    }
}
