package io.leasehold.distribution.lease;

import io.leasehold.kit.workspace.Workspace;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the nodes of a workspace find the gateway: its own, or the one that all others share. */
@Singleton
class GatewayAddresses {
    private final URI shared;
    private final Map<String, URI> bySlug;
    private final Function<UUID, Optional<String>> slugs;

    @Inject
    GatewayAddresses(GatewayConfig config, WorkspaceDirectory workspaces) {
        this(
                config.baseUrl(),
                config.dedicatedBaseUrls().orElse(List.of()),
                id -> workspaces.findById(id).map(Workspace::slug));
    }

    /** @throws IllegalArgumentException where a setting is none of a workspace's */
    GatewayAddresses(URI shared, List<String> dedicated, Function<UUID, Optional<String>> slugs) {
        this.shared = shared;
        this.bySlug = dedicated.stream()
                .collect(Collectors.toUnmodifiableMap(GatewayAddresses::slug, GatewayAddresses::address));
        this.slugs = slugs;
    }

    URI of(UUID workspaceId) {
        if (bySlug.isEmpty()) {
            return shared;
        }
        return slugs.apply(workspaceId).map(bySlug::get).orElse(shared);
    }

    private static String slug(String setting) {
        return setting.substring(0, separator(setting));
    }

    private static URI address(String setting) {
        try {
            URI address = new URI(setting.substring(separator(setting) + 1));
            if (address.isAbsolute()) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // Told below.
        }
        throw refused(setting);
    }

    private static int separator(String setting) {
        int separator = setting.indexOf('=');
        if (separator < 1) {
            throw refused(setting);
        }
        return separator;
    }

    private static IllegalArgumentException refused(String setting) {
        return new IllegalArgumentException("leasehold.gateway.dedicated-base-urls has '" + setting
                + "', which is no workspace's slug and address. Write it like acme=https://acme.gateway.example.com.");
    }
}
