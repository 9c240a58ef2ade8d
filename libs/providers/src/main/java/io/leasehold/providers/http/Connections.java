package io.leasehold.providers.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends calls, each to an address that was found and checked for it, and to no other: between the check and the
 * connection nobody is asked for the name again. The certificate must be the name's all the same.
 */
final class Connections implements AutoCloseable {
    /** A report of a month of a busy organisation has a few megabytes. */
    private static final int LARGEST_ANSWER = 32 << 20;

    private static final int MOST_PER_ADDRESS = 32;

    /**
     * Questions for names block a thread each, for as long as whoever answers for the name likes; enough that a few names
     * without an answer don't hold up the others. The threads are made when they are needed.
     */
    private static final int QUESTIONS_AT_ONCE = 32;

    private final HttpClient http;
    private final WorkerExecutor names;
    private final AddressRule addresses;
    private final ClientSettings settings;

    Connections(Vertx vertx, AddressRule addresses, ClientSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
        this.names = vertx.createSharedWorkerExecutor("provider-names", QUESTIONS_AT_ONCE);
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(settings.connectTimeout().toMillis())),
                new PoolOptions().setHttp1MaxSize(MOST_PER_ADDRESS));
    }

    /** What came back, as it came. */
    record Received(HttpClientResponse head, byte[] body) {}

    /**
     * Blocks until the answer is there in full, at most for the settings' time.
     *
     * @throws AddressRule.NotPublicException when the address may not be called; nothing was sent then
     */
    Received send(ApiCall call) throws IOException, TimeoutException {
        Exchange exchange = new Exchange(call);
        CompletableFuture<Received> received =
                exchange.begin().toCompletionStage().toCompletableFuture();
        try {
            return received.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.abandon();
            throw e;
        } catch (InterruptedException e) {
            exchange.abandon();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    @Override
    public void close() {
        http.close();
        names.close();
    }

    /** One call under way. */
    private final class Exchange {
        private final ApiCall call;
        private final Promise<Void> abandoned = Promise.promise();

        Exchange(ApiCall call) {
            this.call = call;
        }

        Future<Received> begin() {
            URI uri = call.uri();
            int port = AddressRule.port(uri);
            return names.executeBlocking(() -> addresses.resolve(uri.getHost(), port), false)
                    .compose(address -> http.request(options(uri, Objects.requireNonNull(address), port)))
                    .compose(this::transmit);
        }

        /** Lets go of the connection, whether it is there or still on its way. */
        void abandon() {
            abandoned.tryComplete();
        }

        private RequestOptions options(URI uri, InetAddress address, int port) {
            String query = uri.getRawQuery();
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.valueOf(call.method()))
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                    .setHost(uri.getHost())
                    .setPort(port)
                    .setSsl("https".equalsIgnoreCase(uri.getScheme()))
                    .setURI(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
            call.allHeaders(settings.userAgent()).forEach(options::putHeader);
            return options;
        }

        private Future<Received> transmit(HttpClientRequest request) {
            abandoned.future().onComplete(ended -> request.reset());
            String body = call.body();
            return (body == null ? request.send() : request.send(Buffer.buffer(body))).compose(this::readAll);
        }

        private Future<Received> readAll(HttpClientResponse head) {
            Promise<Received> whole = Promise.promise();
            Buffer body = Buffer.buffer();
            head.handler(chunk -> {
                if (body.length() + chunk.length() > LARGEST_ANSWER) {
                    whole.tryFail(new IOException("The answer is too long."));
                    abandon();
                } else {
                    body.appendBuffer(chunk);
                }
            });
            head.exceptionHandler(whole::tryFail);
            head.endHandler(end -> whole.tryComplete(new Received(head, body.getBytes())));
            return whole.future();
        }
    }
}
