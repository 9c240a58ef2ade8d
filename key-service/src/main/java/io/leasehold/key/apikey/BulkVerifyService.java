package io.leasehold.key.apikey;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks providers about many keys at once. One that can't be asked about does not keep the others from it. */
@ApplicationScoped
class BulkVerifyService {
    /** A provider is no more than so many times asked at once. */
    private static final int AT_ONCE = 8;

    private final KeyService keys;
    private final VerifyKeyService verifying;

    BulkVerifyService(KeyService keys, VerifyKeyService verifying) {
        this.keys = keys;
        this.verifying = verifying;
    }

    Page<BulkCheckAnswer> verify(Caller caller, KeyFilter filter, PageRequest request) {
        Page<LimitedKey> page = keys.list(caller, filter, KeySort.NEWEST, request);
        List<Callable<BulkCheckAnswer>> checks = page.items().stream()
                .<Callable<BulkCheckAnswer>>map(limited -> () -> verify(caller, limited.key()))
                .toList();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<BulkCheckAnswer>> results = threads.invokeAll(checks);
            return new Page<>(results.stream().map(BulkVerifyService::result).toList(), page.nextCursor());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while keys were verified", stopped);
        }
    }

    private BulkCheckAnswer verify(Caller caller, ApiKey key) {
        if (key.secretVersion() == null) {
            return BulkCheckAnswer.notAsked(key, "It is revoked; its secret is destroyed.");
        }
        try {
            return BulkCheckAnswer.of(key, verifying.verify(caller, key.keyId().toString()));
        } catch (Problem problem) {
            return BulkCheckAnswer.notAsked(key, problem.detail());
        }
    }

    private static BulkCheckAnswer result(Future<BulkCheckAnswer> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("A key could not be verified", failure);
        }
    }
}
