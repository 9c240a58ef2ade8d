package io.leasehold.key.revocation;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.KeyFilter;
import io.leasehold.key.apikey.KeyService;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins the revocation of many keys, each by itself: what hinders one does not hinder the others. Can be repeated. */
@ApplicationScoped
class BulkRevocationService {
    private final KeyService keys;
    private final RevocationService revocations;

    BulkRevocationService(KeyService keys, RevocationService revocations) {
        this.keys = keys;
        this.revocations = revocations;
    }

    /** @throws InvalidRequestProblem where nothing says which keys are meant */
    Page<BulkRevocationAnswer> revoke(Caller caller, KeyFilter filter, PageRequest page, RevokeRequest request) {
        if (filter.equals(KeyFilter.ALL)) {
            throw new InvalidRequestProblem(
                    "text", "or another filter is needed; all keys of a workspace are not revoked by leaving it out");
        }
        return keys.find(caller, filter, page).map(key -> revoke(caller, key, request));
    }

    private BulkRevocationAnswer revoke(Caller caller, ApiKey key, RevokeRequest request) {
        String id = key.keyId().toString();
        try {
            return BulkRevocationAnswer.of(
                    request.isDryRun()
                            ? revocations.plan(caller, id, request)
                            : revocations.begin(caller, id, request));
        } catch (Problem problem) {
            return new BulkRevocationAnswer(key.keyId(), key.name(), null, null, 0, problem.detail());
        }
    }
}
