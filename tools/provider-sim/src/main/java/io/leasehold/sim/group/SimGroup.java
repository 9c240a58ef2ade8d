package io.leasehold.sim.group;

import io.leasehold.sim.key.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace or project of one provider.
 *
 * @param slug null at providers whose groups have none
 * @param archivedAt null while it is in use
 */
public record SimGroup(
        String id,
        Provider provider,
        String name,
        @Nullable String slug,
        Instant createdAt,
        @Nullable Instant archivedAt) {

    public SimGroup renamed(String newName) {
        return new SimGroup(id, provider, newName, slug, createdAt, archivedAt);
    }

    public SimGroup archived(Instant now) {
        return archivedAt != null ? this : new SimGroup(id, provider, name, slug, createdAt, now);
    }
}
