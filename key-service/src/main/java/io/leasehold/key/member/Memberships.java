package io.leasehold.key.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.contracts.MemberRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who is in which group of a circle. Each change can be repeated, and leaves nobody with more than they had or shall have. */
@ApplicationScoped
class Memberships {
    private static final int PAGE = 200;

    private final KeycloakAdmin keycloak;
    private final MemberGroups groups;

    Memberships(KeycloakAdmin keycloak, MemberGroups groups) {
        this.keycloak = keycloak;
        this.groups = groups;
    }

    /** Everybody with a role, by user name; who has several is told with the strongest, which is the one that counts. */
    List<Member> list(Circle circle) {
        Map<String, Member> byId = new HashMap<>();
        for (MemberRole role : MemberRole.values()) {
            groups.findId(circle.pathOf(role))
                    .ifPresent(group -> pages(
                            "/groups/" + group + "/members",
                            user -> byId.put(user.required("id").asText(), member(user, role))));
        }
        return byId.values().stream()
                // A service's or node's own account is no person.
                .filter(member -> !member.username().startsWith("service-account-"))
                .sorted(Comparator.comparing(Member::username))
                .toList();
    }

    Optional<Member> find(Circle circle, String idOrUsername) {
        return list(circle).stream()
                .filter(member ->
                        member.id().equals(idOrUsername) || member.username().equals(idOrUsername))
                .findFirst();
    }

    /** The new role first, then the others away: whoever is interrupted in between has the stronger one of both. */
    void set(Circle circle, String userId, MemberRole role) {
        keycloak.put("/users/" + KeycloakAdmin.encode(userId) + "/groups/" + groups.make(circle.pathOf(role)), null);
        Stream.of(MemberRole.values())
                .filter(other -> other != role)
                .map(circle::pathOf)
                .forEach(path -> leave(userId, path));
    }

    void remove(Circle circle, String userId) {
        Stream.of(MemberRole.values()).map(circle::pathOf).forEach(path -> leave(userId, path));
    }

    /** Out of the workspace and all of its domains; the role in the workspace goes last, so that a retry finds the member. */
    void removeEverywhere(Circle workspace, String userId) {
        List<String> ids = new ArrayList<>();
        pages("/users/" + KeycloakAdmin.encode(userId) + "/groups", group -> {
            if (group.required("path").asText().startsWith(workspace.path() + "/domains/")) {
                ids.add(group.required("id").asText());
            }
        });
        ids.forEach(id -> keycloak.delete("/users/" + KeycloakAdmin.encode(userId) + "/groups/" + id));
        remove(workspace, userId);
    }

    private void leave(String userId, String path) {
        groups.findId(path)
                .ifPresent(group -> keycloak.delete("/users/" + KeycloakAdmin.encode(userId) + "/groups/" + group));
    }

    private void pages(String path, Consumer<JsonNode> each) {
        int first = 0;
        JsonNode page;
        do {
            page = keycloak.get(path + "?briefRepresentation=true&max=" + PAGE + "&first=" + first);
            page.forEach(each);
            first += PAGE;
        } while (page.size() == PAGE);
    }

    private static Member member(JsonNode user, MemberRole role) {
        String name = Stream.of("firstName", "lastName")
                .map(part -> user.path(part).asText(""))
                .filter(part -> !part.isEmpty())
                .reduce((first, last) -> first + " " + last)
                .orElse("");
        return new Member(
                user.required("id").asText(),
                user.required("username").asText(),
                name,
                user.path("email").asText(""),
                user.path("enabled").asBoolean(),
                role);
    }
}
