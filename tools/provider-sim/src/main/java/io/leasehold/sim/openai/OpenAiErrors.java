package io.leasehold.sim.openai;

import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.vertx.core.MultiMap;
import java.lang.System.Logger.Level;

/** Answers failures in OpenAI's dialect. */
final class OpenAiErrors {
    private static final System.Logger LOG = System.getLogger(OpenAiErrors.class.getName());

    void answer(Exchange exchange, Throwable failure) {
        OpenAiError error = switch (failure) {
            case OpenAiError known -> known;
            case InvalidRequest invalid -> OpenAiError.invalid(invalid.getMessage());
            case BodyTooLarge tooLarge -> new OpenAiError(OpenAiErrorKind.TOO_LARGE);
            default -> unexpected(failure);
        };
        MultiMap headers = exchange.response().headers();
        int seconds = error.kind().retryAfterSeconds();
        if (seconds > 0) {
            headers.set("retry-after", Integer.toString(seconds))
                    .set("retry-after-ms", Integer.toString(1000 * seconds));
        }
        if (error.kind().stopsBilling()) {
            headers.set("x-should-retry", "false");
        }
        exchange.json(error.status(), error.body());
    }

    private static OpenAiError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return new OpenAiError(OpenAiErrorKind.API_ERROR);
    }
}
