package io.leasehold.sim.github;

import io.leasehold.sim.github.DeviceCodes.SignIn;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyMaker;
import io.leasehold.sim.key.NewKey;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendLimit;
import io.leasehold.sim.provider.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /login/device/code} and {@code /login/oauth/access_token}. Errors are answered with 200. */
final class SignInEndpoint {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final World world;
    private final Guard guard;
    private final DeviceCodes codes;
    private final GitHubSecrets secrets;
    private final KeyMaker maker;

    SignInEndpoint(World world, Guard guard, DeviceCodes codes, GitHubSecrets secrets) {
        this.world = world;
        this.guard = guard;
        this.codes = codes;
        this.secrets = secrets;
        this.maker = new KeyMaker(world.clock());
    }

    void begin(Exchange exchange) {
        guard.withBody(exchange, body -> {
            FormOrJson fields = FormOrJson.of(exchange, body);
            String client = fields.text("client_id");
            if (client.isEmpty()) {
                throw new GitHubError(GitHubErrorKind.NOT_FOUND);
            }
            SignIn begun =
                    codes.begin(client, fields.text("scope"), world.clock().instant());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("device_code", begun.deviceCode());
            answer.put("user_code", begun.userCode());
            answer.put("verification_uri", "https://github.com/login/device");
            answer.put("expires_in", DeviceCodes.LIFE.toSeconds());
            answer.put("interval", begun.interval().toSeconds());
            FormOrJson.answer(exchange, answer);
        });
    }

    void poll(Exchange exchange) {
        guard.withBody(exchange, body -> {
            FormOrJson fields = FormOrJson.of(exchange, body);
            if (!fields.text("grant_type").equals(GRANT)) {
                FormOrJson.answer(exchange, error("unsupported_grant_type"));
                return;
            }
            Instant now = world.clock().instant();
            Map<String, Object> answer = codes.poll(fields.text("device_code"), now)
                    .map(signIn -> outcome(signIn, fields.text("client_id"), now))
                    .orElseGet(() -> error("incorrect_device_code"));
            FormOrJson.answer(exchange, answer);
        });
    }

    private Map<String, Object> outcome(SignIn signIn, String client, Instant now) {
        if (!signIn.clientId().equals(client)) {
            return error("incorrect_client_credentials");
        }
        if (signIn.isOver(now)) {
            return error("expired_token");
        }
        if (signIn.isTooSoon(now)) {
            Map<String, Object> slower = error("slow_down");
            slower.put("interval", signIn.polled(now).interval().toSeconds());
            return slower;
        }
        return switch (signIn.decision()) {
            case PENDING -> error("authorization_pending");
            case DENY -> error("access_denied");
            case APPROVE -> signedIn(signIn);
            case EXPIRE -> error("expired_token");
        };
    }

    private Map<String, Object> signedIn(SignIn signIn) {
        codes.end(signIn.deviceCode());
        Duration life = signIn.tokenLife();
        Instant end = life == null ? null : world.clock().instant().plus(life);
        SimKey token =
                maker.make(secrets, new NewKey(KeyKind.INFERENCE, null, signIn.login(), end, null, SpendLimit.NONE));
        world.keys().save(token);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.secret());
        answer.put("token_type", "bearer");
        answer.put("scope", signIn.scope());
        if (life != null) {
            answer.put("expires_in", life.toSeconds());
        }
        return answer;
    }

    private static Map<String, Object> error(String code) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", code);
        answer.put("error_description", "The sign-in ended as " + code.replace('_', ' ') + ".");
        answer.put(
                "error_uri",
                "https://docs.github.com/developers/apps/authorizing-oauth-apps#error-codes-for-the-device-flow");
        return answer;
    }
}
