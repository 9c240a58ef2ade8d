package io.leasehold.kit.rate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.problem.Problem;
import io.leasehold.kit.problem.ProblemBody;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Limits calls under {@code /api/} and {@code /v1/sys/}: by address before a token is looked at, so that guessing costs too, and by user once it
 * is known who calls. Calls between services and of health and metrics are not counted.
 */
@Singleton
class CallLimits {
    private static final String API = "/api/";
    /** What is offered in Vault's words. */
    private static final String VAULT_API = "/v1/sys/";
    /** Behind CORS (300), so that a browser may read the refusal; before authentication (200). */
    private static final int BEFORE_AUTHENTICATION = 250;

    private final boolean enabled;
    private final CallBudget users;
    private final CallBudget addresses;
    private final MeterRegistry metrics;

    CallLimits(CallLimitConfig config, MeterRegistry metrics) {
        this.enabled = config.enabled();
        this.users =
                new CallBudget(config.user().perSecond(), config.user().burst(), config.remembered(), System::nanoTime);
        this.addresses = new CallBudget(
                config.address().perSecond(), config.address().burst(), config.remembered(), System::nanoTime);
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        if (enabled) {
            filters.register(this::limitAddress, BEFORE_AUTHENTICATION);
        }
    }

    private void limitAddress(RoutingContext call) {
        if (!isOfApi(call.normalizedPath())) {
            call.next();
            return;
        }
        CallBudget.Taking taking =
                addresses.take(CallerAddress.of(call.request().remoteAddress()));
        if (taking.refused()) {
            tell(addresses, taking, call.response()::putHeader);
            refuse(call, refusal("address", taking.waitFor()));
        } else {
            call.next();
        }
    }

    /**
     * Takes one call from a user.
     *
     * @param headers of the answer, whatever comes of it
     * @throws TooManyCallsProblem where that user has none left
     */
    void takeFromUser(String user, BiConsumer<String, String> headers) {
        if (enabled) {
            CallBudget.Taking taking = users.take(user);
            tell(users, taking, headers);
            if (taking.refused()) {
                throw refusal("user", taking.waitFor());
            }
        }
    }

    /** How much is left, for clients that would rather slow down than be refused. */
    private static void tell(CallBudget budget, CallBudget.Taking taking, BiConsumer<String, String> headers) {
        headers.accept("ratelimit-limit", Long.toString(budget.size()));
        headers.accept("ratelimit-remaining", Long.toString(taking.left()));
        headers.accept("ratelimit-reset", Long.toString(TooManyCallsProblem.seconds(taking.whole())));
    }

    static boolean isOfApi(String path) {
        return path.startsWith(API) || path.startsWith(VAULT_API);
    }

    private TooManyCallsProblem refusal(String by, Duration wait) {
        Counter.builder("leasehold.calls.limited")
                .description("Calls refused because too many came")
                .tag("by", by)
                .register(metrics)
                .increment();
        return new TooManyCallsProblem(by, wait);
    }

    private static void refuse(RoutingContext call, Problem problem) {
        ProblemBody body = new ProblemBody(
                problem.type().uri(),
                problem.title(),
                problem.type().status(),
                problem.detail(),
                call.normalizedPath(),
                null,
                null,
                problem.extensions());
        try {
            call.response()
                    .setStatusCode(problem.type().status())
                    .putHeader("content-type", ProblemBody.MEDIA_TYPE)
                    .putHeader(
                            "retry-after", String.valueOf(problem.extensions().get(Problem.RETRY_AFTER)))
                    .end(Buffer.buffer(Json.events().writeValueAsBytes(body)))
                    .onFailure(gone -> call.request().connection().close());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem can't be written as JSON", impossible);
        }
    }
}
