package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;
import java.util.List;

/**
 * What members have a role in: a workspace or one of its domains.
 *
 * @param path of its group; each role is a group in it
 */
record Circle(String path) {
    private static final String ROOT = "/workspaces/";

    static Circle ofWorkspace(String slug) {
        return new Circle(ROOT + slug);
    }

    static Circle ofDomain(String slug, String domain) {
        return new Circle(ROOT + slug + "/domains/" + domain);
    }

    /** From the outermost group to its own. */
    List<String> steps() {
        return List.of(path.substring(1).split("/"));
    }

    String pathOf(MemberRole role) {
        return path + "/" + role.wireName();
    }
}
