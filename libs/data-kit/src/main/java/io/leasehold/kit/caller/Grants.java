package io.leasehold.kit.caller;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token's groups allow: {@code /platform-admin}, {@code /workspaces/<slug>/<role>} and
 * {@code /workspaces/<slug>/domains/<domain>/<role>}.
 *
 * @param roles the strongest role by workspace slug
 * @param domainRoles the strongest role by workspace slug and domain name; it opens nothing outside of that domain
 */
public record Grants(boolean platformAdmin, Map<String, Role> roles, Map<String, Map<String, Role>> domainRoles) {
    static final Grants NONE = new Grants(false, Map.of(), Map.of());

    private static final Map<String, Role> BY_NAME =
            Map.of("viewer", Role.VIEWER, "operator", Role.OPERATOR, "admin", Role.ADMIN, "node", Role.NODE);

    public static Grants of(Collection<String> groups) {
        Map<String, Role> roles = new HashMap<>();
        Map<String, Map<String, Role>> domainRoles = new HashMap<>();
        for (String group : groups) {
            String[] steps = group.split("/", -1);
            Role role = BY_NAME.get(steps[steps.length - 1].toLowerCase(Locale.ROOT));
            if (role == null || steps.length < 4 || !steps[0].isEmpty() || !steps[1].equals("workspaces")) {
                continue;
            }
            if (steps.length == 4) {
                roles.merge(steps[2], role, Grants::stronger);
            } else if (steps.length == 6 && steps[3].equals("domains") && role != Role.NODE) {
                domainRoles.computeIfAbsent(steps[2], slug -> new HashMap<>()).merge(steps[4], role, Grants::stronger);
            }
        }
        domainRoles.replaceAll((slug, ofDomains) -> Map.copyOf(ofDomains));
        return new Grants(groups.contains("/platform-admin"), Map.copyOf(roles), Map.copyOf(domainRoles));
    }

    /** Where someone is a node and a person, the person's role counts. */
    private static Role stronger(Role one, Role other) {
        if (one == Role.NODE) {
            return other;
        }
        return other != Role.NODE && other.compareTo(one) > 0 ? other : one;
    }

    public Optional<Role> roleIn(String slug) {
        return platformAdmin ? Optional.of(Role.PLATFORM_ADMIN) : Optional.ofNullable(roles.get(slug));
    }

    /** The names of the domains of a workspace in which the role is one of these, or includes one. */
    Set<String> domainsWith(Set<Role> needed, String slug) {
        return domainRoles.getOrDefault(slug, Map.of()).entrySet().stream()
                .filter(domain -> needed.stream().anyMatch(domain.getValue()::includes))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The only workspace in which something is granted, if it is one. */
    Optional<String> onlyWorkspace() {
        Set<String> slugs = new HashSet<>(roles.keySet());
        slugs.addAll(domainRoles.keySet());
        return slugs.size() == 1 ? Optional.of(slugs.iterator().next()) : Optional.empty();
    }
}
