package io.leasehold.sim.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Options;
import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubTest {
    private static final String SELECTED = "/orgs/example/copilot/billing/selected_users";
    private static final String CREDITS = "/organizations/example/settings/billing/ai_credit/usage";

    private final TestSim sim = TestSim.start();
    private final Key owner = sim.key("{\"provider\":\"github-copilot\",\"kind\":\"admin\",\"name\":\"boss\"}");

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void whoApprovesGetsATokenOnce() {
        Reply begun = begin();
        assertThat(begun.fields(""))
                .containsExactly("device_code", "user_code", "verification_uri", "expires_in", "interval");
        assertThat(begun.text("/user_code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(poll(begun).text("/error")).isEqualTo("authorization_pending");

        decide(begun, "approve");
        sim.shiftClock(Duration.ofSeconds(6));
        Reply done = poll(begun);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text("/access_token")).startsWith("gho_");
        assertThat(done.text("/scope")).isEqualTo("read:user");
        assertThat(sim.gitHub("GET", "/user", token(done)).text("/login")).isEqualTo("octocat");
        assertThat(poll(begun).text("/error")).isEqualTo("incorrect_device_code");
    }

    @Test
    void aTokenMayEndByItself() {
        Reply begun = begin();
        String order = """
                {"user_code":"%s","action":"approve","token_seconds":28800}""".formatted(begun.text("/user_code"));
        assertThat(sim.send("PUT", "/control/github/sign-in", order).status()).isEqualTo(204);

        Reply done = poll(begun);

        assertThat(done.at("/expires_in").asInt()).isEqualTo(28_800);
        assertThat(sim.gitHub("GET", "/user", token(done)).status()).isEqualTo(200);
        sim.shiftClock(Duration.ofHours(9));
        assertThat(sim.gitHub("GET", "/user", token(done)).status()).isEqualTo(401);
    }

    @Test
    void whoPollsTooFastIsSlowedDown() {
        Reply begun = begin();
        poll(begun);

        Reply fast = poll(begun);
        sim.shiftClock(Duration.ofSeconds(6));
        Reply stillFast = poll(begun);
        sim.shiftClock(Duration.ofSeconds(30));

        assertThat(fast.text("/error")).isEqualTo("slow_down");
        assertThat(fast.at("/interval").asInt()).isEqualTo(10);
        assertThat(stillFast.at("/interval").asInt()).isEqualTo(15);
        assertThat(poll(begun).text("/error")).isEqualTo("authorization_pending");
    }

    @Test
    void aUserMaySayNoOrBeTooLate() {
        Reply denied = begin();
        Reply expired = begin();
        Reply late = begin();
        decide(denied, "deny");
        decide(expired, "expire");

        assertThat(poll(denied).text("/error")).isEqualTo("access_denied");
        assertThat(poll(expired).text("/error")).isEqualTo("expired_token");
        sim.shiftClock(Duration.ofMinutes(16));
        assertThat(poll(late).text("/error")).isEqualTo("expired_token");
        assertThat(sim.send("PUT", "/control/github/sign-in", "{\"user_code\":\"X\",\"action\":\"deny\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsWrongWithTheAppIsSaid() {
        Reply begun = begin();

        assertThat(post("/login/oauth/access_token", pollBody(begun).replace("Iv1.app", "Iv1.other"))
                        .text("/error"))
                .isEqualTo("incorrect_client_credentials");
        assertThat(post("/login/oauth/access_token", "{\"grant_type\":\"x\"}").text("/error"))
                .isEqualTo("unsupported_grant_type");
        assertThat(post("/login/device/code", "{}").status()).isEqualTo(404);
    }

    @Test
    void formsAreAnsweredWithForms() {
        Reply form = sim.send(
                "POST",
                "/github-copilot/login/device/code",
                "client_id=Iv1.app&scope=read%3Auser",
                "content-type",
                "application/x-www-form-urlencoded");

        assertThat(form.header("content-type").orElseThrow()).startsWith("application/x-www-form-urlencoded");
        assertThat(form.body()).contains("device_code=").contains("verification_uri=https%3A%2F%2Fgithub.com");
    }

    @Test
    void aUserSeesWhatIsLeft() {
        Key user = sim.key("{\"provider\":\"github-copilot\",\"kind\":\"inference\",\"name\":\"octocat\"}");
        assertThat(sim.gitHub("GET", "/copilot_internal/user", user).status()).isEqualTo(404);

        use("octocat", "476.6");

        Reply left = sim.gitHub("GET", "/copilot_internal/user", user);
        assertThat(left.text("/copilot_plan")).isEqualTo("business");
        assertThat(left.text("/organization_login_list/0")).isEqualTo("example");
        assertThat(left.at("/quota_snapshots/chat/unlimited").asBoolean()).isTrue();
        assertThat(left.at("/quota_snapshots/premium_interactions/quota_remaining")
                        .decimalValue())
                .isEqualByComparingTo("1423.4");
        assertThat(left.at("/quota_snapshots/premium_interactions/remaining").asInt())
                .isEqualTo(1423);

        use("octocat", "1500");

        Reply over = sim.gitHub("GET", "/copilot_internal/user", user);
        assertThat(over.at("/quota_snapshots/premium_interactions/quota_remaining")
                        .asInt())
                .isZero();
        assertThat(over.at("/quota_snapshots/premium_interactions/overage_count")
                        .decimalValue())
                .isEqualByComparingTo("76.6");
        sim.shiftClock(Duration.ofDays(40));
        assertThat(sim.gitHub("GET", "/copilot_internal/user", user)
                        .at("/quota_snapshots/premium_interactions/quota_remaining")
                        .asInt())
                .isEqualTo(1900);
    }

    @Test
    void whoSignsInAtASeededSimulatorHasCopilot() {
        try (TestSim seeded = TestSim.start(Options.onAnyPort().withSeed(true))) {
            Key user = seeded.key("{\"provider\":\"github-copilot\",\"kind\":\"inference\",\"name\":\"octocat\"}");

            assertThat(seeded.gitHub("GET", "/copilot_internal/user", user).text("/login"))
                    .isEqualTo("octocat");
        }
    }

    @Test
    void seatsAreGivenListedAndTakenAway() {
        Reply made = sim.gitHub("POST", SELECTED, owner, "{\"selected_usernames\":[\"a\",\"b\",\"a\"]}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/seats_created").asInt()).isEqualTo(2);
        assertThat(sim.gitHub("GET", "/orgs/example/copilot/billing", owner)
                        .at("/seat_breakdown/total")
                        .asInt())
                .isEqualTo(2);
        Reply second = sim.gitHub("GET", "/orgs/example/copilot/billing/seats?per_page=1&page=2", owner);
        assertThat(second.at("/total_seats").asInt()).isEqualTo(2);
        assertThat(second.text("/seats/0/assignee/login")).isEqualTo("b");
        assertThat(sim.gitHub("GET", "/orgs/example/members/a/copilot", owner).text("/plan_type"))
                .isEqualTo("business");

        Reply gone = sim.gitHub("DELETE", SELECTED, owner, "{\"selected_usernames\":[\"a\"]}");

        assertThat(gone.at("/seats_cancelled").asInt()).isEqualTo(1);
        assertThat(sim.gitHub("GET", "/orgs/example/members/a/copilot", owner).status())
                .isEqualTo(404);
    }

    @Test
    void onlyWhatIsNotIncludedIsBilled() {
        use("octocat", "1900");
        use("octocat", "100.5");
        use("hubot", "10");

        Reply all = sim.gitHub("GET", CREDITS, owner);
        Reply one = sim.gitHub("GET", CREDITS + "?user=hubot", owner);

        assertThat(all.fields("")).containsExactly("timePeriod", "organization", "usageItems");
        assertThat(all.at("/usageItems/0/grossQuantity").decimalValue()).isEqualByComparingTo("2010.5");
        assertThat(all.at("/usageItems/0/netAmount").decimalValue()).isEqualByComparingTo("1.005");
        assertThat(one.at("/usageItems/0/discountAmount").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(one.at("/usageItems/0/netAmount").decimalValue()).isEqualByComparingTo("0");
        assertThat(sim.gitHub("GET", CREDITS + "?year=2020&month=1&day=1", owner)
                        .at("/usageItems"))
                .isEmpty();
    }

    @Test
    void onlyOwnersSeeTheOrganisation() {
        Key user = sim.key("{\"provider\":\"github-copilot\",\"kind\":\"inference\",\"name\":\"octocat\"}");

        assertThat(sim.gitHub("GET", CREDITS, user).status()).isEqualTo(404);
        assertThat(sim.gitHub("GET", CREDITS.replace("example", "other"), owner).status())
                .isEqualTo(404);
        assertThat(sim.gitHub("GET", "/user/orgs", user).json()).isEmpty();
        assertThat(sim.gitHub("GET", "/user/orgs", owner).text("/0/login")).isEqualTo("example");
    }

    @Test
    void errorsHaveTheirShapeAndTheirHeaders() {
        Key user = sim.key("{\"provider\":\"github-copilot\",\"kind\":\"inference\",\"name\":\"octocat\"}");
        Reply wrong = sim.gitHub("GET", "/user", new Key("", "gho_wrong", ""));
        Reply nameless = sim.send(
                "GET", "/github-copilot/user", null, "authorization", "token " + user.secret(), "user-agent", " ");
        sim.fault("{\"key\":\"" + user.id() + "\",\"error_kind\":\"rate_limit\"}");
        Reply limited = sim.gitHub("GET", "/user", user);
        sim.fault("{\"key\":\"" + user.id() + "\",\"error_kind\":\"secondary_rate_limit\"}");
        Reply second = sim.gitHub("GET", "/user", user);

        assertThat(wrong.json()).isEqualTo(TestSim.parse("""
                {"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}"""));
        assertThat(nameless.status()).isEqualTo(403);
        assertThat(limited.status()).isEqualTo(403);
        assertThat(limited.header("x-ratelimit-remaining")).contains("0");
        assertThat(limited.header("x-ratelimit-reset")).isPresent();
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.header("retry-after")).contains("2");
    }

    private Reply begin() {
        return post("/login/device/code", "{\"client_id\":\"Iv1.app\",\"scope\":\"read:user\"}");
    }

    private Reply poll(Reply begun) {
        return post("/login/oauth/access_token", pollBody(begun));
    }

    private static String pollBody(Reply begun) {
        return """
                {"client_id":"Iv1.app","device_code":"%s","grant_type":"urn:ietf:params:oauth:grant-type:device_code"}""".formatted(begun.text("/device_code"));
    }

    private Reply post(String path, String body) {
        return sim.send(
                "POST",
                "/github-copilot" + path,
                body,
                "content-type",
                "application/json",
                "accept",
                "application/json");
    }

    private void decide(Reply begun, String action) {
        String order = "{\"user_code\":\"%s\",\"action\":\"%s\"}".formatted(begun.text("/user_code"), action);
        assertThat(sim.send("PUT", "/control/github/sign-in", order).status()).isEqualTo(204);
    }

    private void use(String login, String credits) {
        String order = "{\"login\":\"%s\",\"credits\":%s}".formatted(login, credits);
        assertThat(sim.send("PUT", "/control/github/usage", order).status()).isEqualTo(204);
    }

    private static Key token(Reply done) {
        return new Key("", done.text("/access_token"), "");
    }
}
