package io.leasehold.sim.github;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Routes;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** GitHub, its site and its API alike, under {@code /github-copilot}. */
public final class GitHubApi implements SimulatedProvider {
    private static final String BILLING = "/orgs/{org}/copilot/billing";
    private static final String SELECTED = BILLING + "/selected_users";
    private static final String CREDITS = "/settings/billing/ai_credit/usage";
    private static final int REQUEST_ID_CHARACTERS = 24;
    private static final String CALLS_AN_HOUR = "5000";
    private static final String CALLS_LEFT = "4999";

    private final World world;
    private final GitHubCalls calls;
    private final GitHubSecrets secrets = new GitHubSecrets();
    private final Routes routes = new Routes();
    private final Copilot copilot = new Copilot();
    private final GitHubControl control;

    public GitHubApi(World world) {
        this.world = world;
        this.calls = new GitHubCalls(world);
        DeviceCodes codes = new DeviceCodes();
        this.control = new GitHubControl(world, codes, copilot);
        routeUsers(codes);
        routeOrganization();
    }

    @Override
    public String mount() {
        return "/github-copilot";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return GitHubErrorKind.ALL.names();
    }

    /** Nothing is answered that would be in the ledger. */
    @Override
    public String answerId(long serial) {
        return Serial.spell("", serial, REQUEST_ID_CHARACTERS);
    }

    @Override
    public Map<String, BiConsumer<Exchange, Buffer>> controls() {
        return Map.of("/github/sign-in", control::decide, "/github/usage", control::use);
    }

    /** Without a seat the user of the seeded token would have no Copilot. */
    @Override
    public void seed() {
        copilot.addSeat(GitHubControl.USUAL_LOGIN, world.clock().instant());
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        long serial = world.serial().next();
        request.response()
                .putHeader("x-github-request-id", answerId(serial))
                .putHeader("x-ratelimit-limit", CALLS_AN_HOUR)
                .putHeader("x-ratelimit-remaining", CALLS_LEFT);
        routes.answer(request, path, serial, calls.guard(), () -> new GitHubError(GitHubErrorKind.NOT_FOUND));
    }

    private void routeUsers(DeviceCodes codes) {
        SignInEndpoint signIn = new SignInEndpoint(world, calls.guard(), codes, secrets);
        UserEndpoint users = new UserEndpoint(world, calls, copilot);
        routes.on(HttpMethod.POST, "/login/device/code", signIn::begin)
                .on(HttpMethod.POST, "/login/oauth/access_token", signIn::poll)
                .on(HttpMethod.GET, "/user", users::user)
                .on(HttpMethod.GET, "/user/orgs", users::organizations)
                .on(HttpMethod.GET, "/copilot_internal/user", users::copilot);
    }

    private void routeOrganization() {
        SeatsEndpoint seats = new SeatsEndpoint(world, calls, copilot);
        BillingEndpoint billing = new BillingEndpoint(world, calls, copilot);
        routes.on(HttpMethod.GET, BILLING, seats::billing)
                .on(HttpMethod.GET, BILLING + "/seats", seats::list)
                .on(HttpMethod.GET, "/orgs/{org}/members/{user}/copilot", seats::get)
                .on(HttpMethod.POST, SELECTED, seats::add)
                .on(HttpMethod.DELETE, SELECTED, seats::remove)
                .on(HttpMethod.GET, "/organizations/{org}" + CREDITS, billing::ofOrganization)
                .on(HttpMethod.GET, "/users/{user}" + CREDITS, billing::ofUser);
    }
}
