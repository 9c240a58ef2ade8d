package io.leasehold.collector.rate;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks where the operator said that the rates are. */
@Singleton
class RateFeed {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Ninety days have about a quarter of a megabyte. */
    private static final int LARGEST_ANSWER = 4 << 20;

    private final RateConfig config;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    RateFeed(RateConfig config) {
        this.config = config;
    }

    /** @throws RateFeedException when there is no answer, or it has no rates */
    List<ExchangeRate> read() {
        HttpResponse<byte[]> answer = get();
        if (answer.statusCode() != 200) {
            throw new RateFeedException("it answered " + answer.statusCode(), null);
        }
        return EcbRates.read(answer.body());
    }

    private HttpResponse<byte[]> get() {
        HttpRequest request = HttpRequest.newBuilder(config.address())
                .header("accept", "application/xml, text/xml")
                .header("user-agent", "leasehold/usage-collector")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException away) {
            throw new RateFeedException("it can't be reached", away);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new RateFeedException("it did not answer in time", slow);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new RateFeedException("the service stops", stopped);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
