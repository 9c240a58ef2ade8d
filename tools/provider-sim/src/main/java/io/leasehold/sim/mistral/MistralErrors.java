package io.leasehold.sim.mistral;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.vertx.core.buffer.Buffer;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Answers failures in Mistral's dialect, and works out the error that a fault orders. */
final class MistralErrors {
    private static final System.Logger LOG = System.getLogger(MistralErrors.class.getName());

    void answer(Exchange exchange, Throwable failure) {
        MistralError error = switch (failure) {
            case MistralError known -> known;
            case InvalidRequest invalid -> MistralError.unprocessable(String.valueOf(invalid.getMessage()));
            case BodyTooLarge tooLarge -> MistralError.unprocessable("The request is too large.");
            default -> unexpected(failure);
        };
        if (error.isRateLimit()) {
            exchange.response().putHeader("retry-after", Integer.toString(MistralErrorKind.RETRY_AFTER_SECONDS));
        }
        exchange.json(error.status(), Buffer.buffer(error.body()));
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<MistralError> ordered(Fault fault) {
        return MistralErrorKind.ALL.orderedBy(fault).map(kind -> {
            int status = fault.status() == null ? kind.status() : fault.status();
            return new MistralError(status, kind, kind.message());
        });
    }

    private static MistralError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return new MistralError(MistralErrorKind.API_ERROR);
    }
}
