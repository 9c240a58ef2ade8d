package io.leasehold.providers.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls providers' management APIs: blocks, keeps connections open between calls, follows no redirect (which would
 * carry the credential along), and tries again where that can help. One instance serves all threads.
 */
public final class ProviderClient implements AutoCloseable {
    /** Amounts stay as they were written. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** As Anthropic and OpenAI tell their own clients. */
    private static final String SHOULD_RETRY = "x-should-retry";

    private final ClientSettings settings;
    private final Clock clock;
    private final Pause pause;
    private final Connections connections;
    private final Breakers breakers;
    private final AccessTokens tokens;
    private final CallListener listener;

    /** @param addresses what may be called at all; asked before every call */
    public ProviderClient(Vertx vertx, AddressRule addresses, ClientSettings settings, Clock clock) {
        this(vertx, addresses, settings, clock, CallListener.NOBODY);
    }

    /** @param listener is told of every attempt, by the thread that makes it */
    public ProviderClient(
            Vertx vertx, AddressRule addresses, ClientSettings settings, Clock clock, CallListener listener) {
        this(vertx, addresses, settings, clock, Thread::sleep, listener);
    }

    ProviderClient(Vertx vertx, AddressRule addresses, ClientSettings settings, Clock clock, Pause pause) {
        this(vertx, addresses, settings, clock, pause, CallListener.NOBODY);
    }

    private ProviderClient(
            Vertx vertx,
            AddressRule addresses,
            ClientSettings settings,
            Clock clock,
            Pause pause,
            CallListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.connections = new Connections(vertx, addresses, settings);
        this.breakers = new Breakers(settings.breaker(), System::nanoTime);
        this.tokens = new AccessTokens(clock);
        this.listener = listener;
    }

    /** How the time between two attempts is spent. */
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** The clock that reports are dated by. */
    public Clock clock() {
        return clock;
    }

    /**
     * Sends a call, again where that can help, until it succeeds. An account whose calls keep failing is left alone for
     * a while, and the call not sent.
     *
     * @return a success with a JSON body
     * @throws ProviderException when the last attempt failed, or trying again can't help
     */
    public Answer send(ApiCall call, ErrorReader errors) {
        Duration closed = breakers.closedFor(call.access());
        if (closed != null) {
            throw leftAlone(errors.provider(), closed);
        }
        try {
            Answer answer = attempts(call, errors);
            breakers.ended(call.access(), null);
            return answer;
        } catch (ProviderException failure) {
            breakers.ended(call.access(), failure.failure());
            throw failure;
        }
    }

    private Answer attempts(ApiCall call, ErrorReader errors) {
        RetryPolicy retry = settings.retry();
        for (int attempt = 1; ; attempt++) {
            Attempt made = attempt(call, errors);
            if (made instanceof Attempt.Succeeded(Answer answer)) {
                return answer;
            }
            Attempt.Failed failed = (Attempt.Failed) made;
            ProviderException failure = failed.failure();
            boolean harmless = call.repeatable() || failure.failure() == Failure.RATE_LIMITED;
            if (failed.forGood() || !harmless || !retry.triesAgain(failure, attempt)) {
                throw failure;
            }
            sleep(
                    retry.delay(attempt, failure.retryAfter(), ThreadLocalRandom.current()::nextDouble),
                    errors.provider());
        }
    }

    private static ProviderException leftAlone(String provider, Duration closed) {
        String message = "%s failed several times in a row and is left alone for %d s more; then it is asked again."
                .formatted(provider, closed.toSeconds() + 1);
        return new ProviderException(Failure.UNAVAILABLE, 0, null, message, closed);
    }

    /** The same, where the provider may not have what is asked for: empty then. */
    public Optional<Answer> find(ApiCall call, ErrorReader errors) {
        try {
            return Optional.of(send(call, errors));
        } catch (ProviderException failure) {
            if (failure.failure() == Failure.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * An OAuth access token for a credential that calls nothing itself. It is remembered until shortly before its end.
     *
     * @param exchange what asks for one; not called while there is one that works
     * @throws ProviderException when none is given
     */
    public Secret accessToken(Access credential, Supplier<ApiCall> exchange, ErrorReader errors) {
        return tokens.get(credential, () -> send(exchange.get(), errors).body(), errors.provider());
    }

    @Override
    public void close() {
        connections.close();
    }

    private sealed interface Attempt {
        record Succeeded(Answer answer) implements Attempt {}

        /** @param forGood whether the provider says that trying again is of no use */
        record Failed(ProviderException failure, boolean forGood) implements Attempt {}
    }

    private Attempt attempt(ApiCall call, ErrorReader errors) {
        try {
            Answer answer = exchange(call);
            if (!answer.isSuccess()) {
                return new Attempt.Failed(refused(call, answer, errors), "false".equals(answer.header(SHOULD_RETRY)));
            }
            return answer.body().isMissingNode()
                    ? failed(Failure.UNREADABLE, errors.provider() + " answered with something that is no JSON.")
                    : new Attempt.Succeeded(answer);
        } catch (TimeoutException e) {
            return failed(Failure.TIMEOUT, errors.provider() + " did not answer in time.");
        } catch (AddressRule.NotPublicException e) {
            return failed(
                    Failure.ADDRESS_REFUSED,
                    "%s is not called: %s Private ones are allowed by the operator's configuration only."
                            .formatted(errors.provider(), e.getMessage()));
        } catch (IOException e) {
            return failed(Failure.UNAVAILABLE, errors.provider() + " can't be reached.");
        }
    }

    private Answer exchange(ApiCall call) throws IOException, TimeoutException {
        long started = System.nanoTime();
        Connections.Received received;
        try {
            received = connections.send(call);
        } catch (IOException | TimeoutException unanswered) {
            listener.called(call, 0, new byte[0], Duration.ofNanos(System.nanoTime() - started));
            throw unanswered;
        }
        listener.called(
                call, received.head().statusCode(), received.body(), Duration.ofNanos(System.nanoTime() - started));
        HttpHeaders headers = headers(received.head().headers());
        return new Answer(
                received.head().statusCode(),
                headers,
                json(received.body()),
                RetryAfter.of(name -> headers.firstValue(name).orElse(null), clock.instant()));
    }

    private static HttpHeaders headers(MultiMap received) {
        Map<String, List<String>> byName = new HashMap<>();
        received.names().forEach(name -> byName.put(name, received.getAll(name)));
        return HttpHeaders.of(byName, (name, value) -> true);
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static ProviderException refused(ApiCall call, Answer answer, ErrorReader errors) {
        ErrorReader.Reading reading = errors.read(answer);
        String what = "%s answered %d%s%s"
                .formatted(
                        errors.provider(),
                        answer.status(),
                        reading.code() == null ? "" : " " + reading.code(),
                        reading.words() == null ? "." : ": " + reading.words());
        String code = reading.code() == null ? null : call.shown(reading.code());
        Duration wait = reading.retryAfter() == null ? answer.retryAfter() : reading.retryAfter();
        return new ProviderException(reading.failure(), answer.status(), code, call.shown(what), wait);
    }

    private static Attempt failed(Failure failure, String explanation) {
        return new Attempt.Failed(new ProviderException(failure, 0, null, explanation, null), false);
    }

    /**
     * Waits between two looks at something that takes its time.
     *
     * @param provider for the message, should the wait be interrupted
     */
    public void sleep(Duration delay, String provider) {
        try {
            pause.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(
                    Failure.UNAVAILABLE, 0, null, "Waiting for " + provider + " was interrupted.", null);
        }
    }
}
