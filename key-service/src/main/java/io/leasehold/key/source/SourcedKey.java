package io.leasehold.key.source;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that takes its secret from a source, and how that stands.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param kind of the source's place when it was last read
 * @param location of it
 * @param checkedAt when it was last looked at
 * @param problem why the key can't have what is there; null where it has
 * @param taken the fingerprint of the last secret that came from there, served or not any more
 * @param refused the fingerprint of one that can't be the key's
 * @param refusedUntil until then it is not tried again
 * @param fence raised by whoever looks at it; results under an older number are not kept
 */
public record SourcedKey(
        UUID workspaceId,
        UUID keyId,
        String source,
        String kind,
        String location,
        Instant checkedAt,
        @Nullable String problem,
        byte[] taken,
        byte @Nullable [] refused,
        @Nullable Instant refusedUntil,
        Instant nextAttemptAt,
        long fence) {

    /** A key that was added with what its source held just now. */
    public static SourcedKey added(
            UUID workspaceId, UUID keyId, KeySource source, byte[] fingerprint, Instant now, Instant next) {
        return new SourcedKey(
                workspaceId,
                keyId,
                source.name(),
                source.place().kind(),
                source.place().location(),
                now,
                null,
                fingerprint,
                null,
                null,
                next,
                0);
    }

    public boolean hasTaken(byte[] fingerprint) {
        return Arrays.equals(taken, fingerprint);
    }

    public boolean isRefused(byte[] fingerprint, Instant now) {
        return Arrays.equals(refused, fingerprint) && refusedUntil != null && now.isBefore(refusedUntil);
    }

    /** The same, with its source where it is now. */
    public SourcedKey at(SourcePlace place) {
        return with(place.kind(), place.location(), checkedAt, problem, taken, refused, refusedUntil, nextAttemptAt);
    }

    /** The key has that secret, or is about to. */
    public SourcedKey inOrder(byte[] fingerprint, Instant now) {
        return with(kind, location, now, null, fingerprint, null, null, nextAttemptAt);
    }

    /** It was looked at, and nothing is different. */
    public SourcedKey asBefore(Instant now) {
        return with(kind, location, now, problem, taken, refused, refusedUntil, nextAttemptAt);
    }

    /** Looked at, in vain. */
    public SourcedKey troubled(String why, Instant now) {
        return with(kind, location, now, why, taken, refused, refusedUntil, nextAttemptAt);
    }

    /** What is there can't be the key's; it is not tried again before a while. */
    public SourcedKey refused(byte[] fingerprint, String why, Instant now, Instant until) {
        return with(kind, location, now, why, taken, fingerprint, until, nextAttemptAt);
    }

    public SourcedKey next(Instant at) {
        return with(kind, location, checkedAt, problem, taken, refused, refusedUntil, at);
    }

    /** What people call the source. */
    public String words() {
        String place = kind.equals("vault") ? "Vault " + location : kind + " " + location;
        return KeySource.words(source, place);
    }

    private SourcedKey with(
            String newKind,
            String newLocation,
            Instant checked,
            @Nullable String why,
            byte[] newTaken,
            byte @Nullable [] newRefused,
            @Nullable Instant until,
            Instant next) {
        return new SourcedKey(
                workspaceId,
                keyId,
                source,
                newKind,
                newLocation,
                checked,
                why,
                newTaken,
                newRefused,
                until,
                next,
                fence);
    }
}
