package io.leasehold.key.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.leasehold.contracts.MemberRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The groups that roles hang on. Making and removing them can be repeated, so that a call that failed half-way is completed
 * by its retry.
 */
@ApplicationScoped
public class MemberGroups {
    private final KeycloakAdmin keycloak;

    MemberGroups(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Makes the groups of a workspace, where members are managed here. To be called before the workspace is made, as groups
     * of none grant nothing.
     */
    public void makeForWorkspace(String slug) {
        if (keycloak.isConfigured()) {
            Circle circle = Circle.ofWorkspace(slug);
            Stream.concat(people(circle), Stream.of(circle.path() + "/node")).forEach(this::make);
        }
    }

    /** {@link #makeForWorkspace} for a domain. */
    public void makeForDomain(String slug, String domain) {
        if (keycloak.isConfigured()) {
            people(Circle.ofDomain(slug, domain)).forEach(this::make);
        }
    }

    /** Takes all roles in a workspace, and in its domains, from everybody. */
    public void removeOfWorkspace(String slug) {
        remove(Circle.ofWorkspace(slug));
    }

    /**
     * Takes all roles in a domain from everybody. To be called before the domain is deleted, so that nobody has a role in a
     * later one of that name.
     */
    public void removeOfDomain(String slug, String domain) {
        remove(Circle.ofDomain(slug, domain));
    }

    private void remove(Circle circle) {
        if (keycloak.isConfigured()) {
            findId(circle.path()).ifPresent(id -> keycloak.delete("/groups/" + id));
        }
    }

    /** The id of a group, which is made where it is missing. */
    String make(String path) {
        return findId(path).orElseGet(() -> makeStepByStep(new Circle(path).steps()));
    }

    Optional<String> findId(String path) {
        return keycloak.find("/group-by-path" + path).map(MemberGroups::id);
    }

    private String makeStepByStep(List<String> steps) {
        String parent = null;
        StringBuilder path = new StringBuilder();
        for (String step : steps) {
            path.append('/').append(step);
            Optional<String> known = findId(path.toString());
            if (known.isEmpty()) {
                // Where another call was quicker, it is found all the same.
                keycloak.create(
                        parent == null ? "/groups" : "/groups/" + parent + "/children",
                        JsonNodeFactory.instance.objectNode().put("name", step));
                known = findId(path.toString());
            }
            parent = known.orElseThrow(() ->
                    new IdentityProviderProblem(new IOException("a group that was just made is not there: " + path)));
        }
        if (parent == null) {
            throw new IllegalArgumentException("A path has a step");
        }
        return parent;
    }

    private static Stream<String> people(Circle circle) {
        return Stream.of(MemberRole.values()).map(circle::pathOf);
    }

    private static String id(JsonNode group) {
        return group.required("id").asText();
    }
}
