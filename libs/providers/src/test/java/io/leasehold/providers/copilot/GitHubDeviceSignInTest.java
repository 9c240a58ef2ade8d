package io.leasehold.providers.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.signin.DeviceCode;
import io.leasehold.providers.signin.DevicePoll;
import io.leasehold.providers.signin.DeviceSignIn;
import io.leasehold.providers.signin.SignInApp;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubDeviceSignInTest {
    private static final String START = "POST /login/device/code";
    private static final String POLL = "POST /login/oauth/access_token";
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final String CODE = "3584d83530557fdd1f46af8289938c8ef79f9dc5";

    private final FakeProvider gitHub = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(gitHub);
    private final DeviceSignIn signIn =
            new GitHubCopilotProvider().deviceSignIn(client).orElseThrow();
    private final SignInApp app = new SignInApp(gitHub.url(), "Iv1.app", "read:user");

    @AfterEach
    void stop() {
        client.close();
        gitHub.close();
    }

    @Test
    void aSignInIsBegunWithACodeForTheUser() {
        gitHub.on(START, 200, """
                {"device_code":"%s","user_code":"WDJB-MJHT","verification_uri":"https://github.com/login/device","expires_in":900,"interval":7}""".formatted(CODE));

        DeviceCode code = signIn.start(app);

        assertThat(code.deviceCode().reveal()).isEqualTo(CODE);
        assertThat(code.userCode()).isEqualTo("WDJB-MJHT");
        assertThat(code.verificationUri()).isEqualTo(URI.create("https://github.com/login/device"));
        assertThat(code.expiresAt()).isEqualTo(Clients.NOW.plusSeconds(900));
        assertThat(code.interval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(code.toString()).doesNotContain(CODE);
        assertThat(gitHub.asked().getFirst().body()).isEqualTo("{\"client_id\":\"Iv1.app\",\"scope\":\"read:user\"}");
        assertThat(gitHub.asked().getFirst().header("accept")).isEqualTo("application/json");
        assertThat(gitHub.asked().getFirst().header("authorization")).isEmpty();
    }

    @Test
    void anAppThatMayNotDoThisCanNotBegin() {
        gitHub.on(START, 200, error("device_flow_disabled", ""));

        assertThatThrownBy(() -> signIn.start(app)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.failure()).isEqualTo(Failure.BAD_REQUEST);
            assertThat(e.code()).isEqualTo("device_flow_disabled");
        });
    }

    @Test
    void pollingNamesTheCodeAndTheGrant() {
        assertThat(poll(error("authorization_pending", ""))).isEqualTo(new DevicePoll.Pending());
        assertThat(gitHub.asked().getFirst().body()).isEqualTo("""
                {"client_id":"Iv1.app","device_code":"%s","grant_type":"urn:ietf:params:oauth:grant-type:device_code"}""".formatted(CODE));
    }

    @Test
    void whoPollsTooFastIsToldTheNewInterval() {
        assertThat(poll(error("slow_down", ",\"interval\":12")))
                .isEqualTo(new DevicePoll.SlowDown(Duration.ofSeconds(12)));
        assertThat(poll(error("slow_down", ""))).isEqualTo(new DevicePoll.SlowDown(Duration.ofSeconds(10)));
    }

    @Test
    void aUserMayBeTooLateOrSayNo() {
        assertThat(poll(error("expired_token", ""))).isEqualTo(new DevicePoll.Expired());
        assertThat(poll(error("access_denied", ""))).isEqualTo(new DevicePoll.Denied());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incorrect_client_credentials",
                "incorrect_device_code",
                "unsupported_grant_type",
                "device_flow_disabled",
                "something_new"
            })
    void whatIsWrongWithTheAppEndsIt(String error) {
        assertThat(poll(error(error, ""))).isInstanceOfSatisfying(DevicePoll.Misconfigured.class, wrong -> {
            assertThat(wrong.code()).isEqualTo(error);
            assertThat(wrong.message()).contains("Because.");
        });
    }

    @Test
    void whoSignedInHasAToken() {
        DevicePoll.SignedIn lasting = (DevicePoll.SignedIn)
                poll("{\"access_token\":\"gho_1\",\"token_type\":\"bearer\",\"scope\":\"read:user\"}");
        DevicePoll.SignedIn ending = (DevicePoll.SignedIn) poll("""
                {"access_token":"ghu_1","token_type":"bearer","expires_in":28800,"refresh_token":"ghr_1","refresh_token_expires_in":15811200}""");

        assertThat(lasting.token().reveal()).isEqualTo("gho_1");
        assertThat(lasting.scope()).isEqualTo("read:user");
        assertThat(lasting.expiresAt()).isNull();
        assertThat(lasting.refresh()).isNull();
        assertThat(ending.expiresAt()).isEqualTo(Clients.NOW.plusSeconds(28_800));
        DevicePoll.Refresh refresh = Objects.requireNonNull(ending.refresh());
        assertThat(refresh.token().reveal()).isEqualTo("ghr_1");
        assertThat(refresh.expiresAt()).isEqualTo(Clients.NOW.plusSeconds(15_811_200));
        assertThat(ending.toString()).doesNotContain("ghu_1").doesNotContain("ghr_1");
    }

    @Test
    void noAnswerAndNonsenseAreNoEnd() {
        gitHub.on(POLL, 503, "{}").on(POLL, 200, "{}").on(POLL, 404, "{}");

        assertThat(poll()).isInstanceOf(DevicePoll.Unreachable.class);
        assertThat(poll()).isInstanceOf(DevicePoll.Unreachable.class);
        assertThat(poll()).isInstanceOf(DevicePoll.Misconfigured.class);
        assertThat(gitHub.calls()).hasSize(3);
    }

    private DevicePoll poll(String answer) {
        try (FakeProvider own = new FakeProvider();
                ProviderClient ownClient = Clients.unwaiting(own)) {
            own.on(POLL, 200, answer);
            DevicePoll poll = new GitHubDeviceSignIn(ownClient)
                    .poll(new SignInApp(own.url(), "Iv1.app", "read:user"), Secret.of(CODE), INTERVAL);
            gitHub.asked().addAll(own.asked());
            return poll;
        }
    }

    private DevicePoll poll() {
        return signIn.poll(app, Secret.of(CODE), INTERVAL);
    }

    private static String error(String code, String more) {
        return "{\"error\":\"%s\",\"error_description\":\"Because.\",\"error_uri\":\"https://docs.github.com\"%s}"
                .formatted(code, more);
    }
}
