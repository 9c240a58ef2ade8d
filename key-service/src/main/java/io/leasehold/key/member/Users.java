package io.leasehold.key.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** The realm's users, whatever they have a role in. Nothing of them is told to callers who don't share a workspace with them. */
@ApplicationScoped
class Users {
    private static final Logger LOG = Logger.getLogger(Users.class);
    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    private final KeycloakAdmin keycloak;
    private final MembersConfig config;

    Users(KeycloakAdmin keycloak, MembersConfig config) {
        this.keycloak = keycloak;
        this.config = config;
    }

    /** @param mustChoosePassword true until they did what the invitation asks for */
    record User(String id, boolean mustChoosePassword) {}

    Optional<User> find(String nameOrEmail) {
        Optional<User> byName = search("username", nameOrEmail);
        return byName.isPresent() || !isEmail(nameOrEmail) ? byName : search("email", nameOrEmail);
    }

    /** Whether somebody of that name can be made: by an e-mail address, and where that is allowed. */
    boolean canInvite(String nameOrEmail) {
        return config.invite() && isEmail(nameOrEmail);
    }

    /** A new user, who can't sign in before they have chosen a password. */
    User create(String email) {
        ObjectNode user = JsonNodeFactory.instance
                .objectNode()
                .put("username", email.toLowerCase(Locale.ROOT))
                .put("email", email.toLowerCase(Locale.ROOT))
                .put("enabled", true);
        user.putArray("requiredActions")
                .add(CHOOSE_PASSWORD)
                .add("UPDATE_PROFILE")
                .add("VERIFY_EMAIL");
        keycloak.create("/users", user);
        // Also where another call was quicker.
        return find(email)
                .orElseThrow(
                        () -> new IdentityProviderProblem(new IOException("a user who was just made is not there")));
    }

    /** Whether the e-mail went out; one that doesn't changes nothing, as it can be sent again by the same call. */
    Invitation invite(User user) {
        ArrayNode actions = JsonNodeFactory.instance.arrayNode().add(CHOOSE_PASSWORD);
        try {
            keycloak.put("/users/" + KeycloakAdmin.encode(user.id()) + "/execute-actions-email", actions);
            return Invitation.SENT;
        } catch (IdentityProviderProblem notSent) {
            LOG.warnf(notSent.getCause(), "the identity provider sent no invitation user_id=%s", user.id());
            return Invitation.NOT_SENT;
        }
    }

    private static boolean isEmail(String nameOrEmail) {
        return nameOrEmail.matches("[^@\\s]+@[^@\\s]+");
    }

    private Optional<User> search(String attribute, String value) {
        JsonNode found = keycloak.get("/users?exact=true&" + attribute + "=" + KeycloakAdmin.encode(value));
        return StreamSupport.stream(found.spliterator(), false)
                .filter(user -> user.path(attribute).asText("").equalsIgnoreCase(value))
                .map(user -> new User(user.required("id").asText(), mustChoosePassword(user)))
                .findFirst();
    }

    private static boolean mustChoosePassword(JsonNode user) {
        return StreamSupport.stream(user.path("requiredActions").spliterator(), false)
                .anyMatch(action -> action.asText().equals(CHOOSE_PASSWORD));
    }
}
