package io.leasehold.key.apitoken;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.key.Unique;
import io.leasehold.key.workspace.VisibleDomains;
import io.leasehold.key.workspace.WorkspaceChanges;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes and revokes the tokens of a workspace. Its admins may give any role; those of a domain any role in that domain. */
@ApplicationScoped
class ApiTokenService {
    /** The whole workspace travels with every change. */
    private static final int MOST_TOKENS = 200;

    private final Database database;
    private final WorkspaceChanges workspaces;
    private final ApiTokenChanges changes;
    private final Idempotency idempotency;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokenService(
            Database database,
            WorkspaceChanges workspaces,
            ApiTokenChanges changes,
            Idempotency idempotency,
            Clock clock) {
        this.database = database;
        this.workspaces = workspaces;
        this.changes = changes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Page<ApiTokenAnswer> list(Caller caller, PageRequest request) {
        Instant now = clock.instant();
        return Page.of(
                        database.inWorkspace(
                                caller.workspaceId(),
                                handle -> ApiTokenStore.list(
                                        handle,
                                        caller.workspaceId(),
                                        caller.seesAll() ? null : caller.domains(),
                                        request)),
                        request,
                        token -> token.tokenId().toString())
                .map(token -> ApiTokenAnswer.of(token, now));
    }

    ApiTokenAnswer get(Caller caller, String idOrName) {
        KeptApiToken token = database.inWorkspace(caller.workspaceId(), handle -> require(handle, caller, idOrName));
        return ApiTokenAnswer.of(token, clock.instant());
    }

    /**
     * Makes a token. A retry gets the same one with another secret, as that of the first answer got lost and nobody knows it.
     *
     * @throws ConflictProblem where the name is taken, or there are too many
     */
    ApiTokenAnswer create(Caller caller, CreateApiTokenRequest request) {
        OpaqueToken secret = TokenKind.API.mint(random);
        return database.inWorkspace(caller.workspaceId(), handle -> {
            WorkspaceView workspace = workspaces.lock(handle, caller.workspaceId());
            Optional<UUID> before = idempotency.keptId();
            KeptApiToken token = before.isPresent()
                    ? withNewSecret(handle, caller, before.get(), secret)
                    : add(handle, caller, workspace, request, secret);
            changes.tell(handle, workspace);
            return ApiTokenAnswer.of(token, clock.instant(), secret.text());
        });
    }

    private KeptApiToken add(
            Handle handle, Caller caller, WorkspaceView workspace, CreateApiTokenRequest request, OpaqueToken secret) {
        Instant now = clock.instant();
        if (request.expiresAt() != null && !request.expiresAt().isAfter(now)) {
            throw new InvalidRequestProblem("expires_at", "must be in the future");
        }
        KeptApiToken token = new KeptApiToken(
                caller.workspaceId(),
                Ids.next(),
                request.name(),
                secret.sha256(),
                secret.masked(),
                request.role(),
                domainOf(caller, workspace, request.domain()),
                request.expiresAt(),
                now,
                caller.name(),
                null,
                null,
                null);
        requireRoom(handle, token, now);
        Unique.write(() -> ApiTokenStore.add(handle, token), () -> nameTaken(token));
        changes.record(handle, caller, "token.create", token);
        idempotency.keepId(handle, token.tokenId());
        return token;
    }

    private KeptApiToken withNewSecret(Handle handle, Caller caller, UUID tokenId, OpaqueToken secret) {
        KeptApiToken token = require(handle, caller, tokenId.toString());
        if (token.revokedAt() != null) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE, "That token was made and is revoked by now. Make another one.");
        }
        ApiTokenStore.replaceSecret(handle, token.workspaceId(), tokenId, secret.sha256(), secret.masked());
        changes.record(handle, caller, "token.create", token);
        return require(handle, caller, tokenId.toString());
    }

    /** One that is revoked already stays so. */
    ApiTokenAnswer revoke(Caller caller, String idOrName) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            WorkspaceView workspace = workspaces.lock(handle, caller.workspaceId());
            KeptApiToken token = require(handle, caller, idOrName);
            if (token.revokedAt() == null) {
                changes.revoke(handle, caller, workspace, token);
            }
            return ApiTokenAnswer.of(require(handle, caller, token.tokenId().toString()), clock.instant());
        });
    }

    private static KeptApiToken require(Handle handle, Caller caller, String idOrName) {
        return ApiTokenStore.find(handle, caller.workspaceId(), idOrName)
                .filter(token -> caller.seesAll() || (token.domain() != null && caller.sees(token.domain())))
                .orElseThrow(() -> new NotFoundProblem("token", idOrName));
    }

    private static @Nullable String domainOf(Caller caller, WorkspaceView workspace, @Nullable String wanted) {
        if (wanted != null) {
            return VisibleDomains.get(workspace, caller, wanted).name();
        }
        if (caller.seesAll()) {
            return null;
        }
        if (caller.domains().size() > 1) {
            throw new InvalidRequestProblem("domain", "must say which of your domains is meant");
        }
        return VisibleDomains.get(workspace, caller, caller.domains().iterator().next())
                .name();
    }

    private static void requireRoom(Handle handle, KeptApiToken token, Instant now) {
        if (ApiTokenStore.listGood(handle, token.workspaceId(), now).size() >= MOST_TOKENS) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "A workspace has at most %d API tokens. Revoke some that are not used any more."
                            .formatted(MOST_TOKENS));
        }
    }

    private static ConflictProblem nameTaken(KeptApiToken token) {
        return new ConflictProblem(
                ProblemType.NAME_TAKEN,
                "There is a token '" + token.name() + "' already. Choose another name, or revoke that one first.");
    }
}
