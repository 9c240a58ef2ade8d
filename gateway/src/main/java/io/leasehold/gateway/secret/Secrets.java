package io.leasehold.gateway.secret;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.gateway.call.ControlLoop;
import io.leasehold.gateway.key.Keys;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys' secrets: the version that a key's view names, fetched before a request needs it. When the view names another one,
 * the one before is sent until that is here, as both work while a key is rotated; then it is wiped. Never written anywhere.
 */
@Singleton
public class Secrets {
    private static final Logger LOG = Logger.getLogger(Secrets.class);

    /** A request that looked a secret up just before it changed may still wait for room to spend and for a connection. */
    private static final Duration BEFORE_WIPING = Duration.ofSeconds(15);

    /** For how long a fetch is tried again: whom it is read from may just have changed over, and requests can wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    /** A fetch that failed is not tried again at once by every request. */
    private static final Duration FAILED_FOR = Duration.ofMillis(500);

    /** As many keys as are read at a time; a replica that starts may want thousands. */
    private static final int READERS = 16;

    private final ControlLoop control;
    private final SecretSource source;
    private final Executor readers = Executors.newFixedThreadPool(
            READERS, Thread.ofVirtual().name("leasehold-secrets-", 0).factory());
    /** What is sent. */
    private final Map<UUID, Entry> byKey = new ConcurrentHashMap<>();
    /** What is being fetched in its place. */
    private final Map<UUID, Entry> coming = new ConcurrentHashMap<>();

    private final Set<UUID> wanted = ConcurrentHashMap.newKeySet();

    private volatile boolean fetchingAhead;

    /**
     * @param view the version of the view that named it
     * @param version of the secret; it goes down where a rotation is rolled back
     */
    private record Entry(long view, int version, Future<VersionedSecret> secret) {}

    Secrets(ControlLoop control, SecretSource source) {
        this.control = control;
        this.source = source;
    }

    /** Complete at once where it, or the version before, was fetched before. Fails where none can be had now. */
    public Future<VersionedSecret> get(KeyView key, int version) {
        Entry known = byKey.get(key.keyId());
        if (known != null && (known.version == version || known.view > key.version())) {
            return known.secret;
        }
        Future<VersionedSecret> fetched = fetch(key, version);
        return known == null ? fetched : known.secret;
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

    /** The key's view is another one: what it no longer names goes, what it now names is fetched if it is wanted. */
    public void changed(KeyView key) {
        Integer version = key.secretVersion();
        if (version == null || !Keys.isUsable(key)) {
            forget(key.keyId());
        } else if (fetchingAhead && wanted.contains(key.keyId())) {
            fetch(key, version);
        }
    }

    public void removed(UUID keyId) {
        wanted.remove(keyId);
        forget(keyId);
    }

    private synchronized void forget(UUID keyId) {
        wipe(byKey.remove(keyId));
        wipe(coming.remove(keyId));
    }

    private synchronized Future<VersionedSecret> fetch(KeyView key, int version) {
        Entry known = byKey.get(key.keyId());
        if (known != null && known.version == version) {
            byKey.put(key.keyId(), new Entry(Math.max(known.view, key.version()), version, known.secret));
            wipe(coming.remove(key.keyId()));
            return known.secret;
        }
        Entry started = coming.get(key.keyId());
        if (started != null && (started.version == version || started.view > key.version())) {
            return started.secret;
        }
        SecretPath path = SecretPath.ofKey(key.workspaceId(), key.keyId());
        Entry entry = new Entry(
                key.version(),
                version,
                read(path, version, System.nanoTime() + PATIENCE.toNanos())
                        .map(secret -> new VersionedSecret(version, secret)));
        coming.put(key.keyId(), entry);
        wipe(started);
        return entry.secret.onSuccess(fetched -> arrived(key.keyId(), entry)).onFailure(cause -> {
            LOG.warnf("secret not read key=%s version=%d cause=%s", key.keyId(), version, cause);
            control.after(FAILED_FOR, () -> coming.remove(key.keyId(), entry));
        });
    }

    /** Nothing comes of one that another view has overtaken. */
    private synchronized void arrived(UUID keyId, Entry entry) {
        if (coming.remove(keyId, entry)) {
            wipe(byKey.put(keyId, entry));
        }
    }

    private Future<Secret> read(SecretPath path, int version, long until) {
        return readOnce(path, version)
                .recover(failure -> isFinal(failure) || until - System.nanoTime() <= 0
                        ? Future.failedFuture(failure)
                        : control.pause(BETWEEN_TRIES).compose(now -> read(path, version, until)));
    }

    /** The source blocks, so it is asked on a thread of its own; what comes of it is told on the control loop. */
    private Future<Secret> readOnce(SecretPath path, int version) {
        Promise<Secret> told = Promise.promise();
        readers.execute(() -> {
            try {
                Secret secret = source.read(path, version);
                control.run(() -> told.complete(secret));
            } catch (RuntimeException failure) {
                control.run(() -> told.fail(failure));
            }
        });
        return told.future();
    }

    /** Whether it was said that there is no such secret, or that we may not have it. */
    private static boolean isFinal(Throwable failure) {
        return !(failure instanceof SecretStoreProblem problem
                        && problem.reason().isOutage())
                || problem.reason() == SecretStoreProblem.Reason.FORBIDDEN;
    }

    private void wipe(@Nullable Entry entry) {
        if (entry != null) {
            control.after(
                    BEFORE_WIPING,
                    () -> entry.secret.onSuccess(fetched -> fetched.secret().wipe()));
        }
    }
}
