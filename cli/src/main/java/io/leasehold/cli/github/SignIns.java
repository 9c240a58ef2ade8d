package io.leasehold.cli.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import java.util.Set;

/** Sign-ins to GitHub, as usage-collector tells of them. */
final class SignIns {
    private static final Set<String> OPEN = Set.of("pending", "authorized");

    private SignIns() {}

    /** Has GitHub asked, as often as it may be. */
    static JsonNode poll(Api api, String id) {
        return api.post(Api.path("auth", "github", "poll"), Bodies.body().put("id", id));
    }

    static boolean isOpen(JsonNode signIn) {
        return OPEN.contains(state(signIn));
    }

    static String state(JsonNode signIn) {
        return signIn.path("state").asText();
    }
}
