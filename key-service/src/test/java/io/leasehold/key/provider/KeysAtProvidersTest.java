package io.leasehold.key.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Providers;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.AddressRule;
import io.leasehold.providers.http.ClientSettings;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.RetryPolicy;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyGroup;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.LimitReset;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.leasehold.providers.key.Revocation;
import io.leasehold.sim.Options;
import io.leasehold.sim.ProviderSim;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of providers, against simulated ones that behave as their documentation says. */
class KeysAtProvidersTest {
    private final ProviderSim sim = ProviderSim.start(Options.onAnyPort());
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ProviderClient client = new ProviderClient(
            vertx,
            new AddressRule(List.of(URI.create(sim.url()))),
            ClientSettings.defaults().with(new RetryPolicy(4, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1))),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        client.close();
        vertx.close();
        http.close();
        sim.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openrouter"})
    void aKeyIsMadeFoundUsedAndEnded(String id) throws Exception {
        KeyAdmin keys = keys(id);
        Access admin = admin(id);
        KeyGroup group = keys.createGroup(admin, "Büro 1");
        Instant end = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        KeyCreation.Created made = (KeyCreation.Created)
                keys.createKey(admin, new KeyOrder("leasehold-1", KeyLimit.NONE, end, group.id()));

        Access key = admin.with(made.secret());
        assertThat(keys.check(key)).isInstanceOf(KeyCheck.Valid.class);
        assertThat(keys.listGroups(admin)).hasSize(2).contains(group);
        ProviderKey found = keys.find(admin, made.key().id()).orElseThrow();
        assertThat(keys.findByName(admin, "leasehold-1")).containsExactly(found);
        assertThat(found.group()).isEqualTo(group.id());
        assertThat(found.state()).isEqualTo(ProviderKeyState.ACTIVE);
        assertThat(found.expiresAt()).isBetween(end.minusSeconds(30), end);
        assertThat(keys.revoke(admin, found.id())).isEqualTo(new Revocation.Revoked());
        assertThat(keys.revoke(admin, found.id())).isEqualTo(new Revocation.NotFound());
        assertThat(keys.check(key)).isInstanceOf(KeyCheck.Invalid.class);
        assertThat(keys.findByName(admin, "leasehold-1")).isEmpty();
    }

    /** The provider did it and never said so: its name is all there is to find it by. */
    @ParameterizedTest
    @ValueSource(strings = {"openai", "openrouter"})
    void aKeyWhoseAnswerWasLostIsFoundByItsName(String id) throws Exception {
        KeyAdmin keys = keys(id);
        Access admin = admin(id);
        String group = keys.listGroups(admin).getFirst().id();
        KeyOrder order = new KeyOrder("leasehold-2", KeyLimit.NONE, null, group);

        for (String how : List.of("", ",\"admin_drops\":true")) {
            fault(admin, "\"admin_fail_rate\":1,\"admin_takes_effect\":true,\"times\":1" + how);
            assertThat(keys.createKey(admin, order)).isInstanceOf(KeyCreation.Unclear.class);
        }

        List<ProviderKey> orphans = keys.findByName(admin, "leasehold-2");
        assertThat(orphans).hasSize(2);
        orphans.forEach(orphan -> assertThat(keys.revoke(admin, orphan.id())).isEqualTo(new Revocation.Revoked()));
        assertThat(keys.findByName(admin, "leasehold-2")).isEmpty();
    }

    /** Three of ten calls fail, at first before they took effect, then after. Every key is known, or ended. */
    @ParameterizedTest
    @ValueSource(strings = {"openai", "openrouter"})
    void noKeyIsLostAtAProviderThatFails(String id) throws Exception {
        KeyAdmin keys = keys(id);
        Access admin = admin(id);
        String group = keys.listGroups(admin).getFirst().id();
        List<String> known = new ArrayList<>();

        for (boolean takesEffect : List.of(false, true)) {
            fault(admin, "\"admin_fail_rate\":0.3,\"admin_takes_effect\":" + takesEffect);
            for (int i = 0; i < 20; i++) {
                String name = "leasehold-" + takesEffect + i;
                if (keys.createKey(admin, new KeyOrder(name, KeyLimit.NONE, null, group))
                        instanceof KeyCreation.Created created) {
                    known.add(created.key().id());
                } else {
                    keys.findByName(admin, name).forEach(orphan -> keys.revoke(admin, orphan.id()));
                }
            }
        }

        clearFaults();
        assertThat(keys.listKeys(admin))
                .filteredOn(key -> key.state().isLive())
                .extracting(ProviderKey::id)
                .containsExactlyInAnyOrderElementsOf(known);
        assertThat(known).hasSizeBetween(10, 39);
    }

    @Test
    void openRouterLimitsAKeyAndTellsWhatIsLeft() throws Exception {
        KeyAdmin keys = keys("openrouter");
        Access admin = admin("openrouter");
        KeyLimit limit = new KeyLimit(new BigDecimal("0.0001"), LimitReset.MONTHLY);
        KeyCreation.Created made =
                (KeyCreation.Created) keys.createKey(admin, new KeyOrder("limited", limit, null, null));

        chat(made.secret());

        assertThat(keys.spend(admin, made.key().id()).orElseThrow()).satisfies(spend -> {
            assertThat(spend.limit()).isEqualByComparingTo("0.0001");
            assertThat(spend.limitReset()).isEqualTo(LimitReset.MONTHLY);
            assertThat(spend.usage()).isEqualByComparingTo("0.000064");
            assertThat(spend.usageMonthly()).isEqualByComparingTo("0.000064");
            assertThat(spend.limitRemaining()).isEqualByComparingTo("0.000036");
        });
        keys.setLimit(admin, made.key().id(), new KeyLimit(new BigDecimal("0.00005"), null));
        assertThat(keys.check(admin.with(made.secret()))).isInstanceOf(KeyCheck.NoCredit.class);
        assertThat(keys.setLimit(admin, made.key().id(), KeyLimit.NONE).limit()).isNull();
    }

    @Test
    void anthropicMakesWorkspacesButNoKeys() throws Exception {
        KeyAdmin keys = keys("anthropic");
        Access admin = admin("anthropic");

        KeyGroup made = keys.createGroup(admin, "New");

        assertThat(keys.listGroups(admin)).hasSize(3).contains(made);
        assertThat(provider("anthropic").can(Capability.CREATE_KEY)).isFalse();
    }

    private void chat(Secret secret) throws IOException, InterruptedException {
        send(
                "POST",
                "/openrouter/api/v1/chat/completions",
                "{\"model\":\"openai/gpt-6-sol\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi [[out=5]]\"}]}",
                "authorization",
                "Bearer " + secret.reveal());
    }

    private Access admin(String id) throws IOException, InterruptedException {
        String kind = id.equals("openrouter") ? "management" : "admin";
        JsonNode key = send("POST", "/control/keys", "{\"provider\":\"%s\",\"kind\":\"%s\"}".formatted(id, kind));
        return new Access(
                URI.create(sim.url() + "/" + id), Secret.of(key.path("secret").asText()));
    }

    private void fault(Access admin, String members) throws IOException, InterruptedException {
        send("PUT", "/control/faults", "{\"key\":\"" + admin.credential().reveal() + "\"," + members + "}");
    }

    private void clearFaults() throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(sim.url() + "/control/faults"))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private JsonNode send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sim.url() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return new ObjectMapper().readTree(answer.body());
    }

    private KeyAdmin keys(String id) {
        return provider(id).keyAdmin(client);
    }

    private static Provider provider(String id) {
        return Providers.load().get(id);
    }
}
