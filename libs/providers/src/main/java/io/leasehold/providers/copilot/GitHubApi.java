package io.leasehold.providers.copilot;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls of GitHub's REST API: errors, paging, who a token is of, and which organisations that user is in. */
final class GitHubApi {
    private static final CredentialHeader CREDENTIAL = new CredentialHeader("authorization", "Bearer");
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 1000;

    private final ProviderClient client;
    private final GitHubErrors errors;

    GitHubApi(ProviderClient client) {
        this.client = client;
        this.errors = new GitHubErrors(client.clock());
    }

    JsonNode get(Access access, String path) {
        return client.send(call(access, path), errors).body();
    }

    /** Empty where there is no such thing, which is also said of what the token may not see. */
    Optional<JsonNode> find(Access access, String path) {
        return client.find(call(access, path), errors).map(Answer::body);
    }

    /** The login of a token's user. */
    String login(Access access) {
        String login = JsonFields.text(get(access, "/user"), "login");
        if (login == null) {
            throw new ProviderException(Failure.UNREADABLE, 200, null, "GitHub does not name the token's user.", null);
        }
        return login;
    }

    /** What Copilot knows of a token's user; empty for one without Copilot. */
    Optional<JsonNode> copilotUser(Access access) {
        return find(access, "/copilot_internal/user");
    }

    /** Those that give a token's user Copilot, else those that the user is in at all. */
    List<String> organisations(Access access) {
        JsonNode user = copilotUser(access).orElse(MissingNode.getInstance());
        List<String> giving = Stream.concat(
                        user.path("organization_login_list").valueStream().map(JsonNode::textValue),
                        user.path("organization_list").valueStream().map(one -> JsonFields.text(one, "login")))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return giving.isEmpty() ? memberships(access) : giving;
    }

    /** The seats of an organisation, the one place where lists are long. */
    List<JsonNode> seats(Access admin, String organisation) {
        String path = "/orgs/" + encoded(organisation) + "/copilot/billing/seats?per_page=" + PAGE + "&page=";
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            List<JsonNode> seats =
                    get(admin, path + page).path("seats").valueStream().toList();
            all.addAll(seats);
            if (seats.size() < PAGE) {
                return all;
            }
        }
        throw new ProviderException(Failure.UNREADABLE, 200, null, "GitHub's lists do not come to an end.", null);
    }

    private List<String> memberships(Access access) {
        return get(access, "/user/orgs?per_page=" + PAGE)
                .valueStream()
                .map(one -> JsonFields.text(one, "login"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static ApiCall call(Access access, String path) {
        return ApiCall.get(access, CREDENTIAL, path)
                .header("accept", "application/vnd.github+json")
                .header("x-github-api-version", "2022-11-28");
    }
}
