package io.leasehold.key.rotation;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyProof;
import io.leasehold.key.apikey.KeySecret;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.source.KeySource;
import io.leasehold.key.source.KeySources;
import io.leasehold.key.source.SourceReader;
import io.leasehold.key.source.SourceUnreadableProblem;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.Grants;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.Problem;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.workspace.Workspace;
import io.leasehold.kit.workspace.WorkspaceStore;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Compares a key with what its source holds; another secret there takes the place of the key's by a rotation. */
@ApplicationScoped
class FollowSource {
    /** A provider need not be asked every minute about a secret that it does not accept. */
    private static final Duration REFUSED_FOR = Duration.ofMinutes(15);

    private static final int SERVER_ERRORS = 500;

    private final Database database;
    private final KeySources sources;
    private final SourceReader reader;
    private final KeyProof proof;
    private final ReplaceSecretService replacing;
    private final Clock clock;
    private final String service;

    FollowSource(
            Database database,
            KeySources sources,
            SourceReader reader,
            KeyProof proof,
            ReplaceSecretService replacing,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.sources = sources;
        this.reader = reader;
        this.proof = proof;
        this.replacing = replacing;
        this.clock = clock;
        this.service = service;
    }

    /** What a look came to. */
    record Look(ApiKey key, SourcedKey seen) {}

    /**
     * What it is about.
     *
     * @param other the key's other secret, to come or to go
     * @param rotation the one under way
     */
    private record Matter(
            WorkspaceView workspace,
            ApiKey key,
            @Nullable KeySecret other,
            @Nullable KeyRotation rotation) {
        boolean isOfPool() {
            return key.state() == KeyState.ACTIVE || key.state() == KeyState.DISABLED;
        }

        boolean isServed(byte[] fingerprint) {
            return Arrays.equals(key.fingerprint(), fingerprint);
        }

        /** Whether the other secret is about to be served. */
        boolean isChanging() {
            return other != null
                    && rotation != null
                    && !rotation.rolledBack()
                    && !rotation.step().isAfterSwap();
        }

        boolean isToCome(byte[] fingerprint) {
            return isChanging() && other != null && Arrays.equals(other.fingerprint(), fingerprint);
        }

        /** Whether it takes no other secret before it is over. */
        boolean isRotating() {
            return rotation != null && rotation.step() != RotationStep.CREATE;
        }
    }

    Look look(SourcedKey at) {
        Matter matter = matter(at);
        return new Look(matter.key(), matter.isOfPool() ? look(at, matter) : at);
    }

    private Matter matter(SourcedKey at) {
        return database.inWorkspace(
                at.workspaceId(),
                handle -> new Matter(
                        WorkspaceStore.find(handle, at.workspaceId()).orElseThrow(),
                        ApiKeyStore.get(handle, at.workspaceId(), at.keyId()),
                        KeySecretStore.find(handle, at.workspaceId(), at.keyId())
                                .orElse(null),
                        RotationStore.findOpen(handle, at.workspaceId(), at.keyId())
                                .orElse(null)));
    }

    private SourcedKey look(SourcedKey at, Matter matter) {
        Optional<KeySource> source = sources.find(matter.workspace().slug(), at.source());
        if (source.isEmpty()) {
            return at.troubled(
                    "The operator no longer names the %s for this workspace; the key keeps the secret that it has."
                            .formatted(at.words()),
                    clock.instant());
        }
        SourcedKey there = at.at(source.get().place());
        try (Secret found = reader.read(source.get())) {
            return compare(there, matter, source.get(), found);
        } catch (SourceUnreadableProblem | SecretStoreProblem unreadable) {
            return there.troubled(unreadable.detail(), clock.instant());
        }
    }

    private SourcedKey compare(SourcedKey at, Matter matter, KeySource source, Secret found) {
        byte[] fingerprint = proof.fingerprint(at.workspaceId(), found);
        Instant now = clock.instant();
        if (matter.isToCome(fingerprint)) {
            return at.inOrder(fingerprint, now);
        }
        if (matter.isServed(fingerprint)) {
            // Where it went back to that while another secret is on its way, it is followed again once that is served.
            return at.inOrder(matter.isChanging() ? at.taken() : fingerprint, now);
        }
        if (at.hasTaken(fingerprint)) {
            return at.troubled(
                    "The %s still holds a secret that the key had, or gave up by a roll-back. Put another one there."
                            .formatted(source.words()),
                    now);
        }
        if (at.isRefused(fingerprint, now)) {
            return at.asBefore(now);
        }
        if (matter.isRotating()) {
            return at.troubled(
                    "The %s holds another secret; it is taken when the rotation that is under way has ended."
                            .formatted(source.words()),
                    now);
        }
        return take(at, matter, source, found, fingerprint);
    }

    private SourcedKey take(SourcedKey at, Matter matter, KeySource source, Secret found, byte[] fingerprint) {
        try {
            replacing.follow(self(matter.workspace()), matter.key(), source, found);
            return at.inOrder(fingerprint, clock.instant());
        } catch (Problem refused) {
            String why = "The secret of the %s was not taken: %s".formatted(source.words(), refused.detail());
            Instant now = clock.instant();
            return refused.type().status() >= SERVER_ERRORS
                    ? at.troubled(why, now)
                    : at.refused(fingerprint, why, now, now.plus(REFUSED_FOR));
        }
    }

    /** As the audit log names what the service does by itself. */
    private Caller self(WorkspaceView workspace) {
        return new Caller(
                service,
                service,
                service,
                service,
                null,
                Grants.of(Set.of()),
                new Workspace(workspace.workspaceId(), workspace.slug(), workspace.name()),
                Role.ADMIN,
                null);
    }
}
