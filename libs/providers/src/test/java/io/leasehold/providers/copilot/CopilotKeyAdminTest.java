package io.leasehold.providers.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopilotKeyAdminTest {
    private static final String TOKEN = "gho_0123456789abcdef0123456789abcdef0123";
    private static final String USER = "GET /user";
    private static final String COPILOT = "GET /copilot_internal/user";
    private static final String SEATS = "GET /orgs/example/copilot/billing/seats?per_page=100&page=";
    private static final String NOT_FOUND = "{\"message\":\"Not Found\",\"status\":\"404\"}";

    private final FakeProvider gitHub = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(gitHub);
    private final KeyAdmin keys = new GitHubCopilotProvider().keyAdmin(client);
    private final Access token = gitHub.access(TOKEN);

    @AfterEach
    void stop() {
        client.close();
        gitHub.close();
    }

    @Test
    void aTokenSaysWhoseItIs() {
        gitHub.on(USER, 200, user()).on(COPILOT, 200, copilot());

        assertThat(((KeyCheck.Valid) keys.check(token)).account()).isEqualTo("octocat");
        FakeProvider.Asked asked = gitHub.asked().getFirst();
        assertThat(asked.header("authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(asked.header("accept")).isEqualTo("application/vnd.github+json");
        assertThat(asked.header("x-github-api-version")).isEqualTo("2022-11-28");
        assertThat(asked.header("user-agent")).isNotBlank();
    }

    @Test
    void whoHasNoCopilotIsForbidden() {
        gitHub.on(USER, 200, user()).on(COPILOT, 404, NOT_FOUND);

        assertThat(keys.check(token)).isInstanceOf(KeyCheck.Forbidden.class);
    }

    @Test
    void aWrongTokenIsInvalidAndOneThatMayNotIsForbidden() {
        gitHub.on(
                        USER,
                        401,
                        "{\"message\":\"Bad credentials\",\"documentation_url\":\"https://docs.github.com/rest\",\"status\":\"401\"}")
                .on(USER, 403, "{\"message\":\"Resource not accessible by integration\",\"status\":\"403\"}");

        assertThat(keys.check(token)).isInstanceOf(KeyCheck.Invalid.class);
        assertThat(keys.check(token)).isInstanceOf(KeyCheck.Forbidden.class);
    }

    /** It says nothing of the token. */
    @Test
    void a403ThatIsARateLimitIsOne() {
        String reset = Long.toString(Clients.NOW.getEpochSecond() + 120);
        gitHub.on(
                        USER,
                        403,
                        "{\"message\":\"API rate limit exceeded\"}",
                        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", reset))
                .on(USER, 403, "{\"message\":\"Slow down\"}", Map.of("retry-after", "90"));

        assertThat(((KeyCheck.RateLimited) keys.check(token)).waitFor()).isEqualTo(Duration.ofSeconds(120));
        assertThat(((KeyCheck.RateLimited) keys.check(token)).waitFor()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aSecondaryLimitIsKnownByItsWords() {
        gitHub.on(USER, 403, "{\"message\":\"You have exceeded a secondary rate limit\"}");

        assertThat(keys.check(token)).isInstanceOf(KeyCheck.RateLimited.class);
    }

    @Test
    void anOwnersTokenIsCheckedByWhatOnlyItMaySee() {
        gitHub.on(COPILOT, 200, copilot())
                .on("GET /orgs/example/copilot/billing", 404, NOT_FOUND)
                .on(
                        "GET /orgs/example/copilot/billing",
                        200,
                        "{\"seat_breakdown\":{\"total\":12},\"plan_type\":\"business\"}");

        assertThat(keys.checkAdmin(token)).isInstanceOf(KeyCheck.Forbidden.class);
        assertThat(((KeyCheck.Valid) keys.checkAdmin(token)).account()).isEqualTo("example");
    }

    @Test
    void anOwnerWithoutASeatIsAskedForTheirOrganisations() {
        gitHub.on(COPILOT, 404, NOT_FOUND)
                .on("GET /user/orgs?per_page=100", 200, "[{\"login\":\"example\",\"id\":1}]")
                .on("GET /user/orgs?per_page=100", 200, "[]");

        assertThat(keys.listGroups(token)).containsExactly(new KeyGroup("example", "example", true));
        assertThat(keys.checkAdmin(token)).isInstanceOf(KeyCheck.Forbidden.class);
    }

    @Test
    void seatsAreKeysAndATokenNamesItsSeat() {
        gitHub.on(COPILOT, 200, copilot()).on(SEATS + "1", 200, """
                {"total_seats":2,"seats":[{"created_at":"2026-01-15T10:00:00-08:00","updated_at":"2026-02-01T00:00:00Z","pending_cancellation_date":null,
                  "last_activity_at":null,"plan_type":"business","assignee":{"login":"octocat","id":1},"assigning_team":null},
                 {"created_at":"2026-01-16T00:00:00Z","pending_cancellation_date":"2026-12-01","assignee":{"login":"hubot","id":2}}]}""");

        assertThat(keys.listKeys(token))
                .containsExactly(
                        seat("octocat", Instant.parse("2026-01-15T18:00:00Z"), null),
                        seat("hubot", Instant.parse("2026-01-16T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")));
        gitHub.on(USER, 200, user()).on(USER, 200, "{\"login\":\"stranger\"}");
        assertThat(keys.identify(token, Secret.of("gho_other"))).isEqualTo(new KeyIdentity.Told("octocat", "octocat"));
        assertThat(keys.identify(token, Secret.of("gho_other"))).isInstanceOf(KeyIdentity.None.class);
        assertThat(gitHub.asked().stream().map(asked -> asked.header("authorization")))
                .contains("Bearer gho_other");
    }

    @Test
    void seatsAreReadToTheirEnd() {
        String full = IntStream.range(0, 100)
                .mapToObj(i -> "{\"assignee\":{\"login\":\"u" + i + "\"}}")
                .collect(Collectors.joining(",", "{\"seats\":[", "]}"));
        gitHub.on(COPILOT, 200, copilot()).on(SEATS + "1", 200, full).on(SEATS + "2", 200, "{\"seats\":[]}");

        assertThat(keys.listKeys(token)).hasSize(100);
    }

    @Test
    void oneSeatIsFoundByItsUser() {
        gitHub.on(COPILOT, 200, copilot())
                .on("GET /orgs/example/members/octocat/copilot", 200, "{\"assignee\":{\"login\":\"octocat\"}}");

        assertThat(keys.find(token, "octocat").orElseThrow().group()).isEqualTo("example");
        assertThat(keys.find(token, "nobody")).isEmpty();
    }

    @Test
    void nothingIsMadeOrEndedHere() {
        assertThatThrownBy(() -> keys.revoke(token, "octocat")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(new GitHubCopilotProvider().dialect()).isEmpty();
    }

    private static ProviderKey seat(String login, Instant createdAt, @Nullable Instant end) {
        return new ProviderKey(login, login, null, ProviderKeyState.ACTIVE, createdAt, end, "example");
    }

    private static String user() {
        return "{\"login\":\"octocat\",\"id\":1,\"type\":\"User\",\"name\":\"Mona\",\"email\":null}";
    }

    private static String copilot() {
        return "{\"login\":\"octocat\",\"organization_login_list\":[\"example\"],\"organization_list\":[{\"login\":\"example\",\"name\":\"Example\"}]}";
    }
}
