package io.leasehold.key.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.key.workspace.VisibleDomains;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What limits are set on.
 *
 * @param id as it stands in events: an id, or the name of a user
 */
record ScopeTarget(Scope scope, String id) {
    private static final int LONGEST_ID = 200;

    /**
     * @param id an id or a name, as the caller wrote it
     * @throws NotFoundProblem where this service knows that there is no such thing
     */
    static ScopeTarget find(Handle handle, Caller caller, Scope scope, String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new InvalidRequestProblem("scope_id", "must have 1 to " + LONGEST_ID + " characters");
        }
        if (!caller.seesAll() && scope != Scope.DOMAIN) {
            throw new NotFoundProblem(scope.wireName(), id);
        }
        return new ScopeTarget(
                scope,
                switch (scope) {
                    case KEY -> keyId(handle, caller.workspaceId(), id);
                    case WORKSPACE -> ownWorkspace(caller, id);
                    case NODE -> uuid(id);
                    case DOMAIN ->
                        VisibleDomains.get(handle, caller, id).domainId().toString();
                    case USER -> id;
                    case LEASE ->
                        throw new InvalidRequestProblem(
                                "scope", "can't be lease: a lease says its limit when it is asked for");
                });
    }

    /** @throws InvalidRequestProblem where no scope has that name */
    static Scope scope(String wireName) {
        try {
            return Scope.of(wireName.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequestProblem("scope", "is none; use key, node, domain, user or workspace");
        }
    }

    private static String keyId(Handle handle, UUID workspaceId, String idOrName) {
        return LimitStore.findKeyId(handle, workspaceId, idOrName)
                .map(UUID::toString)
                .orElseThrow(() -> new NotFoundProblem("key", idOrName));
    }

    private static String ownWorkspace(Caller caller, String id) {
        String own = caller.workspaceId().toString();
        if (!id.equals(own) && !id.equals(caller.workspace().slug())) {
            throw new NotFoundProblem("workspace", id);
        }
        return own;
    }

    private static String uuid(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequestProblem("scope_id", "must be the node's id");
        }
    }
}
