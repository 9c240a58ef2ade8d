package io.leasehold.gateway.relay;

import io.leasehold.providers.http.AddressRule;
import io.leasehold.providers.http.AddressRule.NotPublicException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What to connect to for a host. Whoever answers for a name may say something else at every question, so what was found and
 * checked is what is connected to, and nobody is asked in between. Event loop only.
 */
final class Hosts {
    private static final Logger LOG = Logger.getLogger(Hosts.class);
    private static final long FOUND_FOR = TimeUnit.SECONDS.toNanos(30);
    private static final long FAILED_FOR = TimeUnit.SECONDS.toNanos(5);

    /** While the name service is away, what was found and checked before is better than nothing. */
    private static final long KEPT_FOR = TimeUnit.MINUTES.toNanos(10);

    /** Questions for names block a thread each, for as long as whoever answers for the name likes. */
    private static final int QUESTIONS_AT_ONCE = 8;

    private static final int MOST_HOSTS = 1_000;

    private final AddressRule rule;
    private final WorkerExecutor names;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Map<UpstreamAddress, Host> hosts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UpstreamAddress, Host> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    /** @param patience how long an answer is waited for */
    Hosts(AddressRule rule, Vertx vertx, Duration patience, LongSupplier nanoTime) {
        this.rule = rule;
        this.names = vertx.createSharedWorkerExecutor("upstream-names", QUESTIONS_AT_ONCE);
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** Complete at once where it was found lately. Fails with {@link NotPublicException} for what must not be called. */
    Future<SocketAddress> find(UpstreamAddress address) {
        return hosts.computeIfAbsent(address, Host::new).find(nanoTime.getAsLong());
    }

    /** One host, and what is known of it. */
    private final class Host {
        private final UpstreamAddress address;
        private @Nullable Future<SocketAddress> known;
        private @Nullable Future<SocketAddress> asked;
        private long askAgainAt;
        private long foundAt;

        Host(UpstreamAddress address) {
            this.address = address;
        }

        /** A name that is asked for again is still connected to as before, until there is an answer. */
        Future<SocketAddress> find(long now) {
            Future<SocketAddress> standing = known;
            if (standing != null && askAgainAt - now > 0) {
                return standing;
            }
            Future<SocketAddress> answer = asked == null ? ask() : asked;
            return standing != null && standing.succeeded() && now - foundAt < KEPT_FOR ? standing : answer;
        }

        private Future<SocketAddress> ask() {
            Future<SocketAddress> answer = question().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
            asked = answer;
            answer.onComplete(this::told);
            return answer;
        }

        private Future<SocketAddress> question() {
            return names.executeBlocking(() -> rule.resolve(address.host(), address.port()), false)
                    .compose(found -> Future.succeededFuture(socketAddress(Objects.requireNonNull(found))));
        }

        private SocketAddress socketAddress(InetAddress found) {
            return SocketAddress.inetSocketAddress(new InetSocketAddress(found, address.port()));
        }

        private void told(AsyncResult<SocketAddress> answer) {
            long now = nanoTime.getAsLong();
            asked = null;
            askAgainAt = now + (answer.succeeded() ? FOUND_FOR : FAILED_FOR);
            if (answer.succeeded()) {
                foundAt = now;
                known = Future.succeededFuture(answer.result());
                return;
            }
            LOG.warnf("upstream address not found host=%s cause=%s", address.host(), answer.cause());
            boolean mayBeKept = known != null
                    && known.succeeded()
                    && now - foundAt < KEPT_FOR
                    && !(answer.cause() instanceof NotPublicException);
            if (!mayBeKept) {
                known = Future.failedFuture(answer.cause());
            }
        }
    }
}
