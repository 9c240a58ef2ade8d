package io.leasehold.collector.signin;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.collector.pool.CallersToken;
import io.leasehold.collector.pool.KeyPool;
import io.leasehold.collector.pool.NewKey;
import io.leasehold.collector.pool.NewSecret;
import io.leasehold.collector.pool.PoolRefusedProblem;
import io.leasehold.collector.signin.SignInStore.Claimed;
import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.UnavailableProblem;
import io.leasehold.providers.Secret;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.signin.DevicePoll;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gets on with a sign-in that was claimed: asks GitHub for the token, keeps it sealed, as GitHub gives it once, and hands it
 * to key-service. Each step is kept before the next begins, so that a crash costs nothing but a poll.
 */
@Singleton
class SignInSteps {
    /** Longer than all steps take together; a replica that stalls for longer finds that another went on. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String TAG = "github-sign-in";

    private final Database database;
    private final GitHub gitHub;
    private final SignInSeal seal;
    private final KeyPool pool;
    private final SignInConfig config;
    private final Audit audit;
    private final Clock clock;

    SignInSteps(
            Database database,
            GitHub gitHub,
            SignInSeal seal,
            KeyPool pool,
            SignInConfig config,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.gitHub = gitHub;
        this.seal = seal;
        this.pool = pool;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    void advance(Caller caller, CallersToken token, Claimed claimed) {
        SignIn signIn = claimed.signIn();
        Optional<Secret> inHand = seal.open(signIn.workspaceId(), signIn.signInId(), claimed.sealed());
        if (inHand.isEmpty()) {
            end(signIn, SignInState.FAILED, "The service's own secret was changed meanwhile. Begin again.");
            return;
        }
        try (Secret secret = inHand.get()) {
            if (signIn.state() == SignInState.PENDING) {
                ask(caller, token, signIn, secret, claimed.sealed());
            } else {
                handOver(caller, token, signIn, secret, claimed.sealed());
            }
        }
    }

    /** Its time is over; the sweep would come to the same. */
    void expire(SignIn signIn) {
        end(
                signIn,
                SignInState.EXPIRED,
                signIn.state() == SignInState.PENDING
                        ? "The code was not typed in in time. Begin again."
                        : "The token could not be kept in time. Begin again.");
    }

    private void ask(Caller caller, CallersToken token, SignIn signIn, Secret deviceCode, byte[] sealed) {
        switch (gitHub.poll(deviceCode, signIn.interval())) {
            case DevicePoll.SignedIn signedIn -> keepToken(caller, token, signIn, signedIn);
            case DevicePoll.Pending _ -> goOn(signIn, signIn.interval(), null, sealed);
            case DevicePoll.SlowDown slower -> goOn(signIn, slower.interval(), null, sealed);
            case DevicePoll.Unreachable away -> goOn(signIn, signIn.interval(), away.message(), sealed);
            case DevicePoll.Expired _ ->
                end(signIn, SignInState.EXPIRED, "The code was not typed in in time. Begin again.");
            case DevicePoll.Denied _ -> end(signIn, SignInState.DENIED, "The user did not agree.");
            case DevicePoll.Misconfigured wrong -> end(signIn, SignInState.FAILED, wrong.message());
        }
    }

    private void keepToken(Caller caller, CallersToken callersToken, SignIn signIn, DevicePoll.SignedIn got) {
        try (Secret token = got.token()) {
            Optional.ofNullable(got.refresh())
                    .ifPresent(refresh -> refresh.token().wipe());
            SignIn authorized = signIn.authorized(clock.instant().plus(config.handOverWithin()), got.expiresAt());
            byte[] sealed = seal.seal(signIn.workspaceId(), signIn.signInId(), token);
            if (save(authorized, sealed)) {
                handOver(caller, callersToken, authorized, token, sealed);
            }
        }
    }

    private void handOver(Caller caller, CallersToken callersToken, SignIn signIn, Secret token, byte[] sealed) {
        Optional<Account> account = database.inWorkspace(
                signIn.workspaceId(), handle -> AccountStore.find(handle, signIn.workspaceId(), signIn.accountId()));
        URI endpoint = account.map(Account::endpoint).orElse(null);
        switch (gitHub.check(endpoint, token)) {
            case KeyCheck.Valid valid -> putInPool(caller, callersToken, signIn, token, sealed, login(valid));
            case KeyCheck.NoCredit _ -> putInPool(caller, callersToken, signIn, token, sealed, "user");
            case KeyCheck.Invalid no -> end(signIn, SignInState.FAILED, no.message());
            case KeyCheck.Forbidden no -> end(signIn, SignInState.FAILED, no.message());
            case KeyCheck.RateLimited later -> goOn(signIn, signIn.interval(), later.message(), sealed);
            case KeyCheck.Unreachable away -> goOn(signIn, signIn.interval(), away.message(), sealed);
        }
    }

    private static String login(KeyCheck.Valid valid) {
        return valid.account() == null ? "user" : valid.account();
    }

    private void putInPool(
            Caller caller, CallersToken callersToken, SignIn signIn, Secret token, byte[] sealed, String login) {
        try {
            UUID keyId = keep(callersToken, signIn, token, login);
            SignIn done = signIn.signedIn(login, keyId);
            database.useWorkspace(signIn.workspaceId(), handle -> {
                if (SignInStore.save(handle, done, null)) {
                    SignInStore.replaced(handle, done);
                    audit.record(
                            handle,
                            caller,
                            done.workspaceId(),
                            "github.signed_in",
                            "github_sign_in",
                            done.signInId(),
                            Map.of("user", login, "key", keyId.toString()));
                }
            });
        } catch (UnavailableProblem away) {
            goOn(signIn, signIn.interval(), away.detail(), sealed);
        } catch (PoolRefusedProblem refused) {
            if (refused.mayPass() || refused.type() == ProblemType.FORBIDDEN) {
                goOn(signIn, signIn.interval(), refused.detail(), sealed);
            } else {
                end(signIn, SignInState.FAILED, refused.detail());
            }
        }
    }

    /** The user's key of before gets the new token; else there is a key more. */
    private UUID keep(CallersToken caller, SignIn signIn, Secret token, String login) {
        Optional<UUID> before = database.inWorkspace(
                signIn.workspaceId(),
                handle -> SignInStore.findKey(handle, signIn.workspaceId(), signIn.accountId(), login));
        if (before.isPresent()) {
            pool.replaceSecret(
                    caller,
                    before.get().toString(),
                    new NewSecret(token.reveal(), false, true, login + " signed in to GitHub again"));
            return before.get();
        }
        try {
            return add(caller, signIn, token, login, "github-" + login);
        } catch (PoolRefusedProblem refused) {
            if (refused.type() != ProblemType.NAME_TAKEN) {
                throw refused;
            }
            return add(caller, signIn, token, login, "github-" + login + "-" + shortId(signIn));
        }
    }

    private UUID add(CallersToken caller, SignIn signIn, Secret token, String login, String name) {
        // The name is in it, as another name is another request.
        return pool.add(
                        caller,
                        signIn.signInId() + "/" + name,
                        new NewKey(
                                signIn.accountId(),
                                name,
                                token.reveal(),
                                "GitHub user " + login + ", by signing in",
                                List.of(TAG)))
                .id();
    }

    /** Names of keys that have ended are taken, too. */
    private static String shortId(SignIn signIn) {
        String id = signIn.signInId().toString();
        return id.substring(id.length() - 6);
    }

    private void goOn(SignIn signIn, Duration interval, @Nullable String message, byte[] sealed) {
        Instant next = clock.instant().plus(interval);
        save(signIn.asking(interval, next, message), sealed);
    }

    private void end(SignIn signIn, SignInState state, String message) {
        save(signIn.inState(state, message), null);
    }

    private boolean save(SignIn signIn, byte @Nullable [] sealed) {
        return database.inWorkspace(signIn.workspaceId(), handle -> SignInStore.save(handle, signIn, sealed));
    }
}
