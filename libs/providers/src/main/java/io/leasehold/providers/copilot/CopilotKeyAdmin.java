package io.leasehold.providers.copilot;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import java.util.List;
import java.util.Optional;

/**
 * Copilot's keys are users' tokens, and what an organisation has of them are seats: a key's id is its user's login, its
 * group the organisation that gives the seat.
 */
final class CopilotKeyAdmin implements KeyAdmin {
    private final GitHubApi api;

    CopilotKeyAdmin(GitHubApi api) {
        this.api = api;
    }

    @Override
    public KeyCheck check(Access key) {
        return KeyCheck.by(() -> {
            String login = api.login(key);
            return api.copilotUser(key).isPresent()
                    ? new KeyCheck.Valid(login, "GitHub accepts this token; it is of " + login + ".")
                    : new KeyCheck.Forbidden("This is a token of " + login + ", who has no Copilot.");
        });
    }

    @Override
    public KeyCheck checkAdmin(Access admin) {
        return KeyCheck.by(() -> {
            List<String> organisations = api.organisations(admin);
            if (organisations.isEmpty()) {
                return new KeyCheck.Forbidden(
                        "The user of this token is in no organisation that it may tell of; it needs"
                                + " the scopes manage_billing:copilot and read:org.");
            }
            String first = organisations.getFirst();
            return api.find(admin, "/orgs/" + encoded(first) + "/copilot/billing")
                            .isPresent()
                    ? new KeyCheck.Valid(first, "GitHub accepts this token for " + first + ".")
                    : new KeyCheck.Forbidden("This token may not see Copilot's seats of " + first
                            + "; it must be an owner's, with the scope manage_billing:copilot.");
        });
    }

    @Override
    public List<ProviderKey> listKeys(Access admin) {
        return api.organisations(admin).stream()
                .flatMap(organisation -> api.seats(admin, organisation).stream().map(seat -> key(seat, organisation)))
                .toList();
    }

    /** The token itself says whose it is. */
    @Override
    public KeyIdentity identify(Access admin, Secret key) {
        String login = api.login(admin.with(key));
        return listKeys(admin).stream()
                .filter(seat -> seat.id().equalsIgnoreCase(login))
                .findFirst()
                .<KeyIdentity>map(seat -> new KeyIdentity.Told(seat.id(), seat.name()))
                .orElseGet(() -> new KeyIdentity.None(login + " has no seat in this organisation."));
    }

    @Override
    public Optional<ProviderKey> find(Access admin, String providerKeyId) {
        return api.organisations(admin).stream()
                .flatMap(organisation -> api
                        .find(
                                admin,
                                "/orgs/%s/members/%s/copilot".formatted(encoded(organisation), encoded(providerKeyId)))
                        .map(seat -> key(seat, organisation))
                        .stream())
                .findFirst();
    }

    @Override
    public List<KeyGroup> listGroups(Access admin) {
        return api.organisations(admin).stream()
                .map(organisation -> new KeyGroup(organisation, organisation, true))
                .toList();
    }

    static String login(JsonNode seat) {
        String login = JsonFields.text(seat.path("assignee"), "login");
        if (login == null) {
            throw new ProviderException(Failure.UNREADABLE, 200, null, "GitHub listed a seat of nobody.", null);
        }
        return login;
    }

    /** A seat that is taken away is there until the end of what was paid for. */
    private static ProviderKey key(JsonNode seat, String organisation) {
        String login = login(seat);
        return new ProviderKey(
                login,
                login,
                null,
                ProviderKeyState.ACTIVE,
                JsonFields.instant(seat, "created_at"),
                JsonFields.day(seat, "pending_cancellation_date"),
                organisation);
    }
}
