package io.leasehold.gateway.secret;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.secret.SecretAnswer;
import io.leasehold.gateway.call.ControlLoop;
import io.leasehold.gateway.call.ServiceCallException;
import io.leasehold.gateway.call.ServiceClient;
import io.leasehold.gateway.call.ServicesConfig;
import io.leasehold.gateway.key.Keys;
import io.leasehold.providers.Secret;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys' secrets: exactly the version that a key's view names, fetched before a request needs it, wiped when the view
 * changes. Never written anywhere.
 */
@Singleton
public class Secrets {
    private static final Logger LOG = Logger.getLogger(Secrets.class);

    /** A request that looked a secret up just before it changed may still wait for room to spend and for a connection. */
    private static final Duration BEFORE_WIPING = Duration.ofSeconds(15);

    /** For how long a fetch is tried again: a replica of key-service may just have gone, and requests can wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    /** A fetch that failed is not tried again at once by every request. */
    private static final Duration FAILED_FOR = Duration.ofMillis(500);

    private final ControlLoop control;
    private final ServiceClient client;
    private final URI service;
    private final Map<UUID, Entry> byKey = new ConcurrentHashMap<>();
    private final Set<UUID> wanted = ConcurrentHashMap.newKeySet();

    private volatile boolean fetchingAhead;

    private record Entry(int version, Future<Secret> secret) {}

    Secrets(ControlLoop control, ServiceClient client, ServicesConfig services) {
        this.control = control;
        this.client = client;
        this.service = services.keyService().url();
    }

    /** Complete at once where it was fetched before. Fails where it can't be had now. */
    public Future<Secret> get(KeyView key, int version) {
        Entry known = byKey.get(key.keyId());
        return known != null && known.version == version
                ? known.secret
                : fetch(key, version)
                        .onFailure(cause -> LOG.warnf("secret not read key=%s cause=%s", key.keyId(), cause));
    }

    /** A lease may use it soon. */
    public void want(UUID keyId, @Nullable KeyView key) {
        if (wanted.add(keyId) && key != null) {
            changed(key);
        }
    }

    /** All views are known now, so that none of them names a version that is long gone. */
    public void fetchAhead(Keys keys) {
        fetchingAhead = true;
        for (UUID keyId : wanted) {
            KeyView key = keys.find(keyId);
            if (key != null) {
                changed(key);
            }
        }
    }

    /** The key's view is another one: what it no longer names is wiped, what it now names is fetched if it is wanted. */
    public void changed(KeyView key) {
        Integer version = key.secretVersion();
        if (version == null || !Keys.isUsable(key)) {
            wipe(byKey.remove(key.keyId()));
        } else if (fetchingAhead && wanted.contains(key.keyId())) {
            fetch(key, version);
        }
    }

    public void removed(UUID keyId) {
        wanted.remove(keyId);
        wipe(byKey.remove(keyId));
    }

    private synchronized Future<Secret> fetch(KeyView key, int version) {
        Entry known = byKey.get(key.keyId());
        if (known != null && known.version >= version) {
            return known.version == version ? known.secret : Future.failedFuture("This version has been replaced.");
        }
        String path = "/internal/v1/secrets/keys/%s?workspace=%s&version=%d"
                .formatted(key.keyId(), key.workspaceId(), version);
        Future<Secret> secret = read(path, System.nanoTime() + PATIENCE.toNanos());
        byKey.put(key.keyId(), new Entry(version, secret));
        wipe(known);
        return secret.onFailure(failure -> failed(key.keyId()));
    }

    private Future<Secret> read(String path, long until) {
        return client.get(service, path, SecretAnswer.class)
                .map(answer -> Secret.of(answer.secret()))
                .recover(failure -> isFinal(failure) || until - System.nanoTime() <= 0
                        ? Future.failedFuture(failure)
                        : control.pause(BETWEEN_TRIES).compose(now -> read(path, until)));
    }

    /** Whether key-service has said that there is no such secret, or that we may not have it. */
    private static boolean isFinal(Throwable failure) {
        return failure instanceof ServiceCallException call && call.status() < 500;
    }

    private void failed(UUID keyId) {
        control.after(
                FAILED_FOR, () -> byKey.computeIfPresent(keyId, (id, entry) -> entry.secret.failed() ? null : entry));
    }

    private void wipe(@Nullable Entry entry) {
        if (entry != null) {
            control.after(BEFORE_WIPING, () -> entry.secret.onSuccess(Secret::wipe));
        }
    }
}
