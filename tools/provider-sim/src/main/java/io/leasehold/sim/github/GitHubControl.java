package io.leasehold.sim.github;

import io.leasehold.sim.github.DeviceCodes.Decision;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What people do elsewhere at GitHub: they answer a sign-in, and use Copilot in their editors. */
final class GitHubControl {
    static final String USUAL_LOGIN = "octocat";
    private static final String USUAL_MODEL = "Claude Opus 5";

    private final World world;
    private final DeviceCodes codes;
    private final Copilot copilot;

    GitHubControl(World world, DeviceCodes codes, Copilot copilot) {
        this.world = world;
        this.codes = codes;
        this.copilot = copilot;
    }

    /** {@code {"user_code","action":"approve"|"deny"|"expire","login"?,"token_seconds"?}}: how long the token lasts, for good where it is left out. */
    void decide(Exchange exchange, Buffer body) {
        JsonFields fields = JsonFields.of(body);
        Decision decision = decision(fields.text("action").orElse(""));
        String login = fields.text("login").orElse(USUAL_LOGIN);
        BigDecimal seconds = fields.amount("token_seconds");
        Duration tokenLife = seconds == null ? null : Duration.ofSeconds(seconds.longValue());
        if (!codes.decide(fields.text("user_code").orElse(""), decision, login, tokenLife)) {
            throw new InvalidRequest("user_code: there is no such sign-in");
        }
        exchange.nothing();
    }

    /** {@code {"login","credits","model"?}}; whoever has no seat gets one. */
    void use(Exchange exchange, Buffer body) {
        JsonFields fields = JsonFields.of(body);
        String login = fields.text("login").orElse(USUAL_LOGIN);
        BigDecimal credits = fields.amount("credits");
        if (credits == null) {
            throw new InvalidRequest("credits is required");
        }
        copilot.addSeat(login, world.clock().instant());
        copilot.use(
                login,
                fields.text("model").orElse(USUAL_MODEL),
                credits,
                world.clock().instant());
        exchange.nothing();
    }

    private static Decision decision(String action) {
        return Arrays.stream(Decision.values())
                .filter(each -> each != Decision.PENDING)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(action))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("action must be approve, deny or expire"));
    }
}
