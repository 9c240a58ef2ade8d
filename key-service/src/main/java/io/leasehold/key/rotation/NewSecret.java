package io.leasehold.key.rotation;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyCreationStore;
import io.leasehold.key.apikey.KeyCreationStore.Creation;
import io.leasehold.key.apikey.KeyProof;
import io.leasehold.key.apikey.KeySecret;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.revocation.Subject;
import io.leasehold.key.secret.SecretVersions;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.source.SourcedKeyStore;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ProviderKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the new secret of a rotation at its provider, like the old one. Every try has a name of its own there, noted
 * first; what a try leaves behind that came to nothing is found by it and ended, as with keys that are made.
 */
@ApplicationScoped
class NewSecret {
    private static final String PURPOSE = "rotate";

    private final Database database;
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final KeyProof proof;
    private final SecretVersions versions;
    private final Clock clock;

    NewSecret(
            Database database,
            ProviderDirectory providers,
            AccountAccess access,
            KeyProof proof,
            SecretVersions versions,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.access = access;
        this.proof = proof;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Why a person must make it; empty where we can.
     *
     * @param source where the key takes its secret from
     */
    static Optional<String> manualStep(Provider provider, Account account, Optional<SourcedKey> source) {
        if (source.isPresent()) {
            return Optional.of(
                    "The key takes its secret from the %s. Put the new one there; it is taken from there soon after."
                            .formatted(source.get().words()));
        }
        String console = "Make a key in %s's console and give its secret as the key's new one."
                .formatted(provider.displayName());
        if (!provider.can(Capability.CREATE_KEY)) {
            return Optional.of("%s has no API to make keys. ".formatted(provider.displayName()) + console);
        }
        return account.credentialVersion() == null
                ? Optional.of("The account '%s' has no admin credential. ".formatted(account.name()) + console)
                : Optional.empty();
    }

    StepOutcome create(KeyRotation at, Subject subject) {
        Optional<SourcedKey> source = database.inWorkspace(
                at.workspaceId(), handle -> SourcedKeyStore.find(handle, at.workspaceId(), at.keyId()));
        Optional<String> manual = manualStep(subject.provider(), subject.account(), source);
        if (manual.isPresent()) {
            return new StepOutcome.Manual(manual.get());
        }
        Access admin = access.adminForOwnUse(subject.account(), PURPOSE).orElseThrow();
        try {
            return create(at, subject, admin);
        } finally {
            admin.credential().wipe();
        }
    }

    private StepOutcome create(KeyRotation at, Subject subject, Access admin) {
        ApiKey key = subject.key();
        KeyAdmin keys = providers.keyAdmin(key.provider());
        Creation creation = Creation.of(key.workspaceId(), Ids.next(), key.accountId());
        KeyOrder order = orderLike(subject, keys, admin, creation.providerName());
        Instant now = clock.instant();
        database.useWorkspace(
                key.workspaceId(),
                handle -> KeyCreationStore.add(handle, creation, now, now.plus(KeyCreationStore.PATIENCE)));
        return switch (keys.createKey(admin, order)) {
            case KeyCreation.Created created -> keep(at, key, creation, created);
            case KeyCreation.RateLimited limited -> {
                forget(creation);
                yield StepOutcome.Retry.rateLimited(limited.message(), limited.waitFor());
            }
            case KeyCreation.Refused refused -> {
                forget(creation);
                yield new StepOutcome.Refused(refused.message());
            }
            case KeyCreation.Unclear unclear -> {
                abandon(creation, KeyCreationStore.UNCLEAR_FOR);
                yield StepOutcome.Retry.unreachable(unclear.message());
            }
        };
    }

    private StepOutcome keep(KeyRotation at, ApiKey key, Creation creation, KeyCreation.Created created) {
        try (Secret secret = created.secret()) {
            int version = versions.put(key.secretPath(), secret);
            KeySecret made = proof.made(key, created.key(), secret).inVersion(version);
            return database.inWorkspace(key.workspaceId(), handle -> {
                boolean wanted = !ApiKeyStore.lock(handle, key.workspaceId(), key.keyId())
                                .isEnding()
                        && RotationStore.isHeld(handle, at)
                        && KeyCreationStore.finish(handle, creation);
                if (!wanted) {
                    KeyCreationStore.abandon(handle, creation, clock.instant());
                    return new StepOutcome.Retry("Making the secret took so long that it was given up.");
                }
                versions.named(handle, key.secretPath(), version);
                KeySecretStore.put(handle, made);
                RotationStore.made(handle, at);
                return new StepOutcome.Done("%s made '%s'."
                        .formatted(
                                providers.get(key.provider()).displayName(),
                                created.key().id()));
            });
        } catch (RuntimeException failure) {
            abandon(creation, Duration.ZERO);
            throw failure;
        }
    }

    /** As the old one is there: in the same project, with the same limit, for as long a life. */
    private KeyOrder orderLike(Subject subject, KeyAdmin keys, Access admin, String name) {
        String id = subject.key().providerKeyId();
        Optional<ProviderKey> old =
                id == null || !subject.provider().can(Capability.KEY_STATUS) ? Optional.empty() : keys.find(admin, id);
        return new KeyOrder(
                name,
                limitOf(subject, keys, admin, id),
                old.map(this::endLike).orElse(null),
                old.map(ProviderKey::group).orElse(null));
    }

    private static KeyLimit limitOf(Subject subject, KeyAdmin keys, Access admin, @Nullable String id) {
        if (id == null || !subject.provider().can(Capability.KEY_LIMIT)) {
            return KeyLimit.NONE;
        }
        return keys.spend(admin, id)
                .filter(spend -> spend.limit() != null)
                .map(spend -> new KeyLimit(spend.limit(), spend.limitReset()))
                .orElse(KeyLimit.NONE);
    }

    private @Nullable Instant endLike(ProviderKey old) {
        Instant end = old.expiresAt();
        Instant beginning = old.createdAt();
        return end == null || beginning == null || !end.isAfter(beginning)
                ? end
                : clock.instant().plus(Duration.between(beginning, end));
    }

    /** There is nothing to look for. */
    private void forget(Creation creation) {
        database.useWorkspace(creation.workspaceId(), handle -> KeyCreationStore.forget(handle, creation));
    }

    private void abandon(Creation creation, Duration lookAfter) {
        database.useWorkspace(
                creation.workspaceId(),
                handle -> KeyCreationStore.abandon(
                        handle, creation, clock.instant().plus(lookAfter)));
    }
}
