package io.leasehold.key.rotation;

import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.KeySecret;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.revocation.ProviderSide;
import io.leasehold.key.revocation.Subject;
import io.leasehold.key.secret.SecretReader;
import io.leasehold.key.step.StepAttempt;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.usage.KeyUsageStore;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.providers.Secret;
import io.leasehold.providers.key.KeyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries one step of a rotation and says what came of it. */
@ApplicationScoped
class RotationActions {
    private static final String PURPOSE = "rotate";

    /** So that a key that is revoked meanwhile does not wait for its other secret to run dry. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    private final Database database;
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final SecretReader reader;
    private final SecretStore secrets;
    private final NewSecret newSecret;
    private final ProviderSide provider;
    private final RotationConfig config;
    private final Clock clock;

    RotationActions(
            Database database,
            ProviderDirectory providers,
            AccountAccess access,
            SecretReader reader,
            SecretStore secrets,
            NewSecret newSecret,
            ProviderSide provider,
            RotationConfig config,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.access = access;
        this.reader = reader;
        this.secrets = secrets;
        this.newSecret = newSecret;
        this.provider = provider;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What it is about.
     *
     * @param served the key, with the secret that is served
     * @param other the one to come or to go; null where there is none
     * @param lastUse of the one to go
     */
    private record Matter(
            Subject served,
            @Nullable KeySecret other,
            @Nullable Instant lastUse) {
        /** The key as if it named its other secret only. */
        Subject ofOther() {
            return other == null ? served : new Subject(served.key().with(other), served.account(), served.provider());
        }
    }

    StepOutcome perform(KeyRotation at) {
        return StepAttempt.of(at.keyId(), at.step(), () -> {
            Matter matter = matter(at);
            if (matter.other() == null) {
                return at.step() == RotationStep.CREATE
                        ? newSecret.create(at, matter.served())
                        : new StepOutcome.Done("There is no other secret any more.");
            }
            return switch (at.step()) {
                case CREATE -> new StepOutcome.Done("Made before.");
                case PROBE -> probe(matter.ofOther());
                // The event leaves with the record of this step, in one transaction.
                case SERVE ->
                    new StepOutcome.Done("Version %d takes the place of version %d."
                            .formatted(
                                    matter.other().secretVersion(),
                                    matter.served().key().secretVersion()));
                case DRAIN -> drain(at, matter);
                case REVOKE -> revoke(at, matter.ofOther());
                case CONFIRM -> confirm(at, matter.ofOther());
                case DESTROY -> destroy(matter.served().key(), matter.other());
            };
        });
    }

    private Matter matter(KeyRotation at) {
        return database.inWorkspace(at.workspaceId(), handle -> {
            Optional<KeySecret> other = KeySecretStore.find(handle, at.workspaceId(), at.keyId());
            return new Matter(
                    Subject.of(handle, providers, at.workspaceId(), at.keyId()),
                    other.orElse(null),
                    other.flatMap(secret ->
                                    KeyUsageStore.lastUse(handle, at.workspaceId(), at.keyId(), secret.secretVersion()))
                            .orElse(null));
        });
    }

    private StepOutcome probe(Subject subject) {
        ApiKey key = subject.key();
        try (Secret secret = reader.readForOwnUse(key.secretPath(), key.secret().secretVersion(), PURPOSE)) {
            return switch (providers.keyAdmin(key.provider()).check(access.with(subject.account(), secret))) {
                case KeyCheck.Valid valid -> StepOutcome.Done.accepted(valid.message());
                case KeyCheck.NoCredit noCredit -> StepOutcome.Done.accepted(noCredit.message());
                case KeyCheck.RateLimited limited ->
                    StepOutcome.Retry.rateLimited(limited.message(), limited.waitFor());
                // A provider may know a new key only after a while.
                case KeyCheck.Invalid invalid -> new StepOutcome.Retry(invalid.message());
                case KeyCheck.Forbidden forbidden -> new StepOutcome.Retry(forbidden.message());
                case KeyCheck.Unreachable unreachable -> StepOutcome.Retry.unreachable(unreachable.message());
            };
        }
    }

    /** A request tells of itself when it is over; so the time without any must be longer than the longest takes. */
    private StepOutcome drain(KeyRotation at, Matter matter) {
        Instant now = clock.instant();
        Instant deadline = at.overlapUntil() == null ? now : at.overlapUntil();
        Instant lastUse = matter.lastUse() == null || matter.lastUse().isBefore(at.stepSince())
                ? at.stepSince()
                : matter.lastUse();
        Instant dry = lastUse.plus(config.quiet());
        if (at.forced() || matter.served().key().isEnding()) {
            return new StepOutcome.Done("It is not waited for.");
        }
        if (!now.isBefore(dry)) {
            return new StepOutcome.Done("Not used since %s.".formatted(lastUse.truncatedTo(ChronoUnit.SECONDS)));
        }
        if (!now.isBefore(deadline)) {
            return new StepOutcome.Done(
                    "Both secrets have worked until %s.".formatted(deadline.truncatedTo(ChronoUnit.SECONDS)));
        }
        Instant end = dry.isBefore(deadline) ? dry : deadline;
        Instant look = now.plus(LONGEST_LOOK);
        return new StepOutcome.NotYet(
                "Both secrets work until %s, or until the one that goes was not used for %s."
                        .formatted(deadline.truncatedTo(ChronoUnit.SECONDS), RotationPlan.words(config.quiet())),
                end.isBefore(look) ? end : look);
    }

    private StepOutcome revoke(KeyRotation at, Subject going) {
        return at.endsAtProvider()
                ? provider.revoke(at.learned(), going)
                : new StepOutcome.Done(
                        "It is left alive at %s.".formatted(going.provider().displayName()));
    }

    private StepOutcome confirm(KeyRotation at, Subject going) {
        return at.endsAtProvider()
                ? provider.confirm(at.learned(), going)
                : new StepOutcome.Done("There is nothing to confirm.");
    }

    private StepOutcome destroy(ApiKey key, KeySecret going) {
        secrets.destroy(key.secretPath(), going.secretVersion());
        return new StepOutcome.Done("Version %d is destroyed.".formatted(going.secretVersion()));
    }
}
