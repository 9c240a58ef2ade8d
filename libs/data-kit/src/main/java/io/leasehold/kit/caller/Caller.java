package io.leasehold.kit.caller;

import io.leasehold.kit.workspace.Workspace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as proved by the token, and in which workspace.
 *
 * @param issuer who vouches for the subject
 * @param subject never changes and is unique at the issuer
 * @param name what people call them
 * @param client the client that the token was given to; for a service, its name
 * @param address where the call comes from
 */
public record Caller(
        String issuer,
        String subject,
        String name,
        String client,
        @Nullable String address,
        Grants grants,
        @Nullable Workspace workspaceOrNull,
        @Nullable Role roleOrNull) {

    /** @throws IllegalStateException in a method whose {@link Allow} names no role */
    public Workspace workspace() {
        if (workspaceOrNull == null) {
            throw new IllegalStateException("This call has no workspace; its method must allow roles");
        }
        return workspaceOrNull;
    }

    public UUID workspaceId() {
        return workspace().id();
    }

    /** @throws IllegalStateException in a method whose {@link Allow} names no role */
    public Role role() {
        if (roleOrNull == null) {
            throw new IllegalStateException("This call has no role; its method must allow roles");
        }
        return roleOrNull;
    }

    Caller in(Workspace workspace, Role role) {
        return new Caller(issuer, subject, name, client, address, grants, workspace, role);
    }
}
