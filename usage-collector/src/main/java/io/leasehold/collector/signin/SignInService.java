package io.leasehold.collector.signin;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.collector.pool.CallersToken;
import io.leasehold.collector.pool.KeyPool;
import io.leasehold.collector.pool.PoolRefusedProblem;
import io.leasehold.collector.signin.SignInStore.Claimed;
import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.providers.signin.DeviceCode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Signs users in to GitHub. What is under way is in the database, so that any replica goes on with it. */
@Singleton
class SignInService {
    /** GitHub takes about 50 codes an hour of an application. */
    private static final int MOST_PENDING = 10;

    private final Database database;
    private final GitHub gitHub;
    private final SignInSeal seal;
    private final SignInSteps steps;
    private final KeyPool pool;
    private final Audit audit;
    private final Clock clock;

    SignInService(
            Database database,
            GitHub gitHub,
            SignInSeal seal,
            SignInSteps steps,
            KeyPool pool,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.gitHub = gitHub;
        this.seal = seal;
        this.steps = steps;
        this.pool = pool;
        this.audit = audit;
        this.clock = clock;
    }

    GitHubStatusView status(UUID workspaceId) {
        List<SignIn> signIns = database.inWorkspace(workspaceId, handle -> SignInStore.list(handle, workspaceId));
        return new GitHubStatusView(
                gitHub.isSetUp(), signIns.stream().map(GitHubSignInView::of).toList());
    }

    /** @param accountId null for the only one that there is */
    GitHubSignInView start(Caller caller, @Nullable UUID accountId) {
        UUID workspaceId = caller.workspaceId();
        Account account = database.inWorkspace(workspaceId, handle -> {
            Account chosen = choose(AccountStore.list(handle, workspaceId), accountId);
            requireFew(handle, workspaceId);
            return chosen;
        });
        DeviceCode code = gitHub.start();
        try (var deviceCode = code.deviceCode()) {
            SignIn begun = begun(caller, account, code);
            byte[] sealed = seal.seal(workspaceId, begun.signInId(), deviceCode);
            database.useWorkspace(workspaceId, handle -> {
                SignInStore.add(handle, begun, sealed);
                record(handle, caller, begun, "github.sign_in");
            });
            return GitHubSignInView.of(begun);
        }
    }

    private void requireFew(Handle handle, UUID workspaceId) {
        if (SignInStore.countOpen(handle, workspaceId, clock.instant()) >= MOST_PENDING) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "Too many sign-ins are under way. Finish one, or give one up with POST …/logout.");
        }
    }

    private static Account choose(List<Account> accounts, @Nullable UUID wanted) {
        List<Account> possible = accounts.stream()
                .filter(account -> account.provider().equals(GitHub.PROVIDER) && account.isActive())
                .filter(account -> wanted == null || account.accountId().equals(wanted))
                .toList();
        if (possible.size() == 1) {
            return possible.getFirst();
        }
        throw new InvalidRequestProblem(
                "account_id",
                possible.isEmpty()
                        ? "there is no active account of GitHub Copilot"
                                + (wanted == null ? "; add one first" : " with that id")
                        : "there are several accounts of GitHub Copilot; say which");
    }

    private SignIn begun(Caller caller, Account account, DeviceCode code) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new SignIn(
                caller.workspaceId(),
                Ids.next(),
                account.accountId(),
                SignInState.PENDING,
                caller.name(),
                code.userCode(),
                code.verificationUri(),
                code.interval().toSeconds(),
                now,
                code.expiresAt().truncatedTo(ChronoUnit.MICROS),
                now.plus(code.interval()),
                0,
                null,
                null,
                null,
                null);
    }

    /** Goes on as far as it goes; where it is too soon, or somebody else is at it, tells how it stands. */
    GitHubSignInView poll(Caller caller, CallersToken token, UUID signInId) {
        UUID workspaceId = caller.workspaceId();
        SignIn known = get(workspaceId, signInId);
        if (!known.state().isOpen()) {
            return GitHubSignInView.of(known);
        }
        Instant now = clock.instant();
        if (known.isOver(now)) {
            steps.expire(known);
            return GitHubSignInView.of(get(workspaceId, signInId));
        }
        Optional<Claimed> claimed = database.inWorkspace(
                workspaceId,
                handle -> SignInStore.claim(handle, workspaceId, signInId, now, now.plus(SignInSteps.PATIENCE)));
        claimed.ifPresent(mine -> steps.advance(caller, token, mine));
        return GitHubSignInView.of(get(workspaceId, signInId));
    }

    GitHubSignInView logout(Caller caller, CallersToken token, UUID signInId) {
        UUID workspaceId = caller.workspaceId();
        SignIn known = get(workspaceId, signInId);
        UUID keyId = known.keyId();
        if (known.state() == SignInState.SIGNED_IN && keyId != null) {
            revoke(token, keyId);
        }
        if (known.state().isOpen() || known.state() == SignInState.SIGNED_IN) {
            database.useWorkspace(workspaceId, handle -> {
                SignInStore.signOut(handle, workspaceId, signInId, farewell(known));
                record(handle, caller, known, "github.sign_out");
            });
        }
        return GitHubSignInView.of(get(workspaceId, signInId));
    }

    /** One that is gone, or ends already, is as it should be. */
    private void revoke(CallersToken token, UUID keyId) {
        try {
            pool.revoke(token, keyId.toString(), "Signed out of GitHub");
        } catch (PoolRefusedProblem refused) {
            if (refused.type() != ProblemType.NOT_FOUND && refused.type() != ProblemType.WRONG_STATE) {
                throw refused;
            }
        }
    }

    private static @Nullable String farewell(SignIn signIn) {
        return signIn.state() == SignInState.SIGNED_IN
                ? "The key is out of use. " + signIn.userName()
                        + " ends the token at github.com under Settings, Applications."
                : null;
    }

    private SignIn get(UUID workspaceId, UUID signInId) {
        return database.inWorkspace(workspaceId, handle -> SignInStore.find(handle, workspaceId, signInId))
                .orElseThrow(() -> new NotFoundProblem("GitHub sign-in", signInId));
    }

    private void record(Handle handle, Caller caller, SignIn signIn, String action) {
        audit.record(
                handle,
                caller,
                signIn.workspaceId(),
                action,
                "github_sign_in",
                signIn.signInId(),
                Map.of("account", signIn.accountId().toString()));
    }
}
