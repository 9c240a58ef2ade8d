package io.leasehold.key.apikey;

import io.leasehold.key.AtOnce;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks providers about many keys at once. One that can't be asked about does not keep the others from it. */
@ApplicationScoped
class BulkVerifyService {
    private final KeyService keys;
    private final VerifyKeyService verifying;

    BulkVerifyService(KeyService keys, VerifyKeyService verifying) {
        this.keys = keys;
        this.verifying = verifying;
    }

    Page<BulkCheckAnswer> verify(Caller caller, KeyFilter filter, PageRequest request) {
        Page<LimitedKey> page = keys.list(caller, filter, KeySort.NEWEST, request);
        return new Page<>(AtOnce.map(page.items(), limited -> verify(caller, limited.key())), page.nextCursor());
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
}
