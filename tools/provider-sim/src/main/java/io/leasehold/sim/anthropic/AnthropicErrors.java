package io.leasehold.sim.anthropic;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Answers failures in Anthropic's dialect, and works out the error that a fault orders. */
final class AnthropicErrors {
    static final String REQUEST_ID = "request-id";
    private static final System.Logger LOG = System.getLogger(AnthropicErrors.class.getName());

    private final InstantSource clock;

    AnthropicErrors(InstantSource clock) {
        this.clock = clock;
    }

    void answer(Exchange exchange, Throwable failure) {
        AnthropicError error = switch (failure) {
            case AnthropicError known -> known;
            case InvalidRequest invalid -> AnthropicError.invalid(invalid.getMessage());
            case BodyTooLarge tooLarge -> plain(AnthropicErrorKind.TOO_LARGE);
            default -> unexpected(failure);
        };
        if (error.retryAfterSeconds() > 0) {
            exchange.response().putHeader("retry-after", Integer.toString(error.retryAfterSeconds()));
        }
        exchange.json(error.status(), error.body(exchange.response().headers().get(REQUEST_ID)));
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<AnthropicError> ordered(Fault fault) {
        return AnthropicErrorKind.ALL.orderedBy(fault).map(kind -> {
            int status = fault.status() == null ? kind.status() : fault.status();
            return new AnthropicError(status, kind, message(kind));
        });
    }

    AnthropicError plain(AnthropicErrorKind kind) {
        return new AnthropicError(kind, message(kind));
    }

    private String message(AnthropicErrorKind kind) {
        LocalDate nextMonth = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(1);
        return kind.message().formatted(nextMonth);
    }

    private AnthropicError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return plain(AnthropicErrorKind.API_ERROR);
    }
}
