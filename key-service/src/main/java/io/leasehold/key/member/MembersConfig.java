package io.leasehold.key.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How members are managed at the identity provider, by Keycloak's admin API. */
@ConfigMapping(prefix = "leasehold.members")
interface MembersConfig {
    /** A client of the realm whose service account has the role {@code manage-users} of {@code realm-management}. */
    @WithDefault("key-service-members")
    String clientId();

    /** Without it members are managed at the identity provider only, and the groups of new workspaces are made there. */
    Optional<String> clientSecret();

    /** The realm's admin API; made from the issuer's address where it isn't given. */
    Optional<URI> adminUrl();

    /** How long one call may take. */
    @WithDefault("5s")
    Duration timeout();

    /** Whether somebody who is not in the realm yet can be invited by e-mail. */
    @WithDefault("true")
    boolean invite();

    /** User name or e-mail of who becomes platform admin, once, if the realm has none. */
    Optional<String> firstAdmin();

    /** Raised by one, a platform admin is looked for and made once more. */
    @WithDefault("1")
    int firstAdminRound();
}
