package io.leasehold.key.apitoken;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.key.workspace.WorkspaceChanges;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes tokens together with what tells of them, in the caller's transaction and under its lock of the workspace. */
@ApplicationScoped
public class ApiTokenChanges {
    private final WorkspaceChanges workspaces;
    private final Audit audit;
    private final Clock clock;

    ApiTokenChanges(WorkspaceChanges workspaces, Audit audit, Clock clock) {
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** Revokes the tokens of a domain that is about to go; whoever tells of the domains tells of them, too. */
    public void endOfDomain(Handle handle, Caller caller, String domain) {
        ApiTokenStore.listOfDomain(handle, caller.workspaceId(), domain)
                .forEach(token -> revokeUntold(handle, caller, token));
    }

    void revoke(Handle handle, Caller caller, WorkspaceView locked, KeptApiToken token) {
        revokeUntold(handle, caller, token);
        tell(handle, locked);
    }

    private void revokeUntold(Handle handle, Caller caller, KeptApiToken token) {
        ApiTokenStore.revoke(handle, token, clock.instant(), caller.name());
        record(handle, caller, "token.revoke", token);
    }

    /** Every service hears which tokens are good. */
    void tell(Handle handle, WorkspaceView locked) {
        workspaces.setApiTokens(
                handle,
                locked,
                ApiTokenStore.listGood(handle, locked.workspaceId(), clock.instant()).stream()
                        .map(KeptApiToken::view)
                        .toList());
    }

    void record(Handle handle, Caller caller, String action, KeptApiToken token) {
        Map<String, String> details = new HashMap<>();
        details.put("name", token.name());
        details.put("role", token.role().wireName());
        details.put("domain", token.domain() == null ? "" : token.domain());
        details.put(
                "expires_at",
                token.expiresAt() == null ? "never" : token.expiresAt().toString());
        audit.record(handle, caller, caller.workspaceId(), action, "token", token.tokenId(), details);
    }
}
