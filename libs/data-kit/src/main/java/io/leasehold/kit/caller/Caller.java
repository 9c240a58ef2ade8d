package io.leasehold.kit.caller;

import io.leasehold.kit.workspace.Workspace;
import java.util.Set;
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
 * @param domainsOrNull names of the only domains that the call may be about; null for the whole workspace
 */
public record Caller(
        String issuer,
        String subject,
        String name,
        String client,
        @Nullable String address,
        Grants grants,
        @Nullable Workspace workspaceOrNull,
        @Nullable Role roleOrNull,
        @Nullable Set<String> domainsOrNull) {

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

    /** @throws IllegalStateException in a method whose {@link Allow} names no role, or where the role is in domains only */
    public Role role() {
        if (roleOrNull == null) {
            throw new IllegalStateException("This call has no role; its method must allow roles");
        }
        return roleOrNull;
    }

    /** Whether the call may be about everything in the workspace; else only about domains that it {@link #sees}. */
    public boolean seesAll() {
        return domainsOrNull == null;
    }

    /** Whether the call may be about the domain of that name. */
    public boolean sees(String domain) {
        return domainsOrNull == null || domainsOrNull.contains(domain);
    }

    /**
     * The only domains that the call may be about.
     *
     * @throws IllegalStateException where it {@link #seesAll}
     */
    public Set<String> domains() {
        if (domainsOrNull == null) {
            throw new IllegalStateException("This call is about the whole workspace");
        }
        return domainsOrNull;
    }

    Caller in(Workspace workspace, Role role) {
        return new Caller(issuer, subject, name, client, address, grants, workspace, role, null);
    }

    Caller inDomains(Workspace workspace, Set<String> domains) {
        return new Caller(issuer, subject, name, client, address, grants, workspace, null, Set.copyOf(domains));
    }
}
