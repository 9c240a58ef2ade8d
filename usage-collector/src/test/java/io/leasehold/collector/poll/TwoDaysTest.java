package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.leasehold.collector.Api;
import io.leasehold.collector.FakeKeyService;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.collector.SimulatedProviders.Key;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.TestWorkspace;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two simulated days of twenty accounts: providers fail for hours, pollers are killed between any two statements or lose
 * their claims to others, and bills are corrected late. In the end what is kept is the bill, row by row.
 */
@QuarkusTest
class TwoDaysTest {
    /** For the service's own poller nothing of this time is due. */
    private static final Instant START = Instant.parse("2031-03-03T00:00:00Z");

    private static final Instant END = START.plus(Duration.ofHours(48));
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int ACCOUNTS_EACH = 5;
    private static final int LATEST_HOURS = 20;
    private static final List<String> FAULTS = List.of(
            "\"admin_fail_rate\":1",
            "\"admin_fail_rate\":1,\"status\":503",
            "\"admin_fail_rate\":0.5,\"admin_drops\":true",
            "\"admin_fail_rate\":0.3,\"status\":500");
    private static final Map<String, String> MODELS = Map.of(
            "anthropic", "claude-opus-5",
            "openai", "gpt-6-sol",
            "openrouter", "openai/gpt-6-sol",
            "mistral", "mistral-large-2512");

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final SimulatedProviders sim = new SimulatedProviders();
    /** What goes wrong must go wrong the next time too. */
    private final Random random = new Random(20_310_303);

    private final List<Polled> accounts = new ArrayList<>();
    private final Map<String, List<Key>> keys = new TreeMap<>();
    private final List<Charged> charges = new ArrayList<>();
    private final MovedClock clock = new MovedClock(START);
    private int kills;
    private int takeovers;
    private int outages;
    private int corrections;

    @Inject
    AgroalDataSource app;

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    Database database;

    @Inject
    PollerUnderTest.Parts parts;

    private record Polled(UUID accountId, String provider, Key admin, Map<String, Instant> brokenUntil) {}

    private record Charged(Key key, String provider, Instant at, long input, long output) {}

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void afterOutagesKillsAndLateCorrectionsTheHistoryIsTheBillRowByRow() {
        addAccountsAndKeys();
        FragileDatabase fragile = new FragileDatabase(app, system);
        try (PollerUnderTest dying = parts.poller(fragile.database(), clock);
                PollerUnderTest healthy = parts.poller(database, clock)) {
            while (clock.instant().isBefore(END)) {
                clock.advance(STEP);
                follow();
                use();
                breakAndMend();
                accounts.forEach(account -> pollIfDue(account, fragile, dying, healthy));
            }
            settle(healthy);
        }

        assertThat(List.of(kills, takeovers, outages, corrections)).allMatch(count -> count > 10);
        accounts.forEach(this::assertIsTheBill);
        assertCorrectionsWereKept();
    }

    private void addAccountsAndKeys() {
        follow();
        for (String provider : MODELS.keySet().stream().sorted().toList()) {
            keys.put(provider, List.of(sim.key(provider, "inference"), sim.key(provider, "inference")));
            for (int i = 0; i < ACCOUNTS_EACH; i++) {
                accounts.add(add(provider));
            }
        }
    }

    private Polled add(String provider) {
        Key admin = sim.key(provider, provider.equals("openrouter") ? "management" : "admin");
        UUID accountId = Ids.next();
        FakeKeyService.put(workspace.id(), accountId, 1, admin.secret());
        URI address = switch (provider) {
            case "anthropic" -> sim.anthropic();
            case "openai" -> sim.openAi();
            case "openrouter" -> sim.openRouter();
            default -> sim.mistral();
        };
        database.useSystem(handle -> {
            AccountStore.put(
                    handle,
                    new AccountView(
                            accountId,
                            workspace.id(),
                            provider,
                            provider,
                            address,
                            "active",
                            List.of(),
                            1,
                            1,
                            clock.instant()));
            PlanStore.put(
                    handle,
                    workspace.id(),
                    new PlanStore.Owner(provider, accountId),
                    new PlanChoice(null, null, 3, null),
                    clock.instant());
            PollStore.startOver(handle, workspace.id(), accountId, clock.instant());
        });
        return new Polled(accountId, provider, admin, new HashMap<>());
    }

    /** The simulators' time is this test's. */
    private void follow() {
        sim.shiftClock(Duration.between(Instant.now(), clock.instant()));
    }

    /** What happens at the providers within a step: use, use that is told late, and use that is taken back. */
    private void use() {
        keys.forEach((provider, of) -> {
            Key key = of.get(random.nextInt(of.size()));
            charge(provider, key, clock.instant().minus(seconds(1, STEP)));
            if (random.nextInt(4) == 0) {
                corrections++;
                charge(provider, key, clock.instant().minus(seconds(1, Duration.ofHours(LATEST_HOURS))));
            }
            if (random.nextInt(6) == 0) {
                takeBack(provider);
            }
        });
    }

    private void charge(String provider, Key key, Instant at) {
        if (at.isBefore(START) || !at.isBefore(END)) {
            return;
        }
        // In thousands, at which no price has a part of a nano-dollar.
        Charged charged =
                new Charged(key, provider, at, 1000L * (1 + random.nextInt(40)), 1000L * (1 + random.nextInt(9)));
        charges.add(charged);
        sim.charge(key, model(provider), at, charged.input(), charged.output(), false);
    }

    private void takeBack(String provider) {
        Instant latest = clock.instant().minus(Duration.ofHours(LATEST_HOURS));
        charges.stream()
                .filter(charged -> charged.provider().equals(provider))
                .filter(charged -> charged.at().isAfter(latest))
                .findFirst()
                .ifPresent(charged -> {
                    corrections++;
                    charges.remove(charged);
                    sim.charge(charged.key(), model(provider), charged.at(), charged.input(), charged.output(), true);
                });
    }

    private void breakAndMend() {
        for (Polled account : accounts) {
            Instant until = account.brokenUntil().get("until");
            if (until != null && !clock.instant().isBefore(until)) {
                account.brokenUntil().clear();
                sim.mend(account.admin());
            } else if (until == null && random.nextInt(20) == 0) {
                outages++;
                account.brokenUntil().put("until", clock.instant().plus(seconds(1, Duration.ofHours(5))));
                sim.breakAdmin(account.admin(), FAULTS.get(random.nextInt(FAULTS.size())));
            }
        }
    }

    private void pollIfDue(Polled account, FragileDatabase fragile, PollerUnderTest dying, PollerUnderTest healthy) {
        Claim claim = claimIfDue(account);
        if (claim == null) {
            return;
        }
        int fate = random.nextInt(10);
        if (fate < 2) {
            fragile.killIn(1 + random.nextInt(80));
        } else if (fate == 2) {
            fragile.interruptIn(2 + random.nextInt(4), () -> takeOver(account, healthy));
        }
        try {
            dying.poll(claim);
        } catch (FragileDatabase.Killed killed) {
            kills++;
        }
        fragile.spare();
    }

    /** The claim runs out while its poller sleeps, and another one does its work. */
    private void takeOver(Polled account, PollerUnderTest healthy) {
        clock.advance(Duration.ofMinutes(6));
        Claim claim = claim(account);
        if (claim != null) {
            takeovers++;
            healthy.poll(claim);
        }
    }

    private Claim claimIfDue(Polled account) {
        Instant due = database.asSystem(handle -> PollStore.find(handle, workspace.id(), account.accountId()))
                .orElseThrow()
                .nextPollAt();
        return due == null || due.isAfter(clock.instant()) ? null : claim(account);
    }

    private Claim claim(Polled account) {
        return database
                .asSystem(handle -> PollStore.claim(
                        handle,
                        workspace.id(),
                        Set.of(account.accountId()),
                        clock.instant(),
                        clock.instant().plus(Duration.ofMinutes(5))))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** All is well again, and the second day is over. */
    private void settle(PollerUnderTest healthy) {
        sim.mend();
        clock.advance(Duration.ofHours(2));
        follow();
        for (Polled account : accounts) {
            healthy.poll(Objects.requireNonNull(claim(account)));
        }
    }

    private void assertIsTheBill(Polled account) {
        JsonNode bill = sim.ledger();
        List<Map<String, Object>> kept = history(account);

        assertThat(costs(kept, account.provider())).as("cost of %s", account).isEqualTo(billedCost(bill, account));
        assertThat(tokens(kept, account.provider())).as("usage of %s", account).isEqualTo(billedTokens(bill, account));
    }

    /** By day, and by key where the provider tells it. */
    private Map<String, BigDecimal> billedCost(JsonNode bill, Polled account) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode row : bill) {
            if (row.get("provider").asText().equals(account.provider())) {
                Instant day = Instant.parse(row.get("started_at").asText()).truncatedTo(ChronoUnit.DAYS);
                sums.merge(
                        day + " " + keyOf(account.provider(), row.get("key_id").asText()),
                        new BigDecimal(row.get("cost").asText()),
                        BigDecimal::add);
            }
        }
        return plain(sums);
    }

    /** By bucket, and by key where the provider tells it: input and output. */
    private Map<String, BigDecimal> billedTokens(JsonNode bill, Polled account) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode row : bill) {
            if (row.get("provider").asText().equals(account.provider())) {
                Instant bucket = Instant.parse(row.get("started_at").asText()).truncatedTo(bucket(account.provider()));
                String place = bucket + " "
                        + keyOf(account.provider(), row.get("key_id").asText());
                sums.merge(place + " input", row.at("/tokens/input").decimalValue(), BigDecimal::add);
                sums.merge(place + " output", row.at("/tokens/output").decimalValue(), BigDecimal::add);
            }
        }
        return plain(sums);
    }

    private static Map<String, BigDecimal> costs(List<Map<String, Object>> kept, String provider) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        kept.forEach(item -> figures(item, "costs")
                .forEach(line -> sums.merge(
                        item.get("from") + " " + keyOf(provider, String.valueOf(line.get("provider_key_id"))),
                        new BigDecimal(line.get("amount").toString()),
                        BigDecimal::add)));
        return plain(sums);
    }

    private static Map<String, BigDecimal> tokens(List<Map<String, Object>> kept, String provider) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        kept.forEach(item -> figures(item, "samples").forEach(line -> {
            for (String tokenClass : List.of("input", "output")) {
                Object count = line.get(tokenClass);
                if (count != null) {
                    sums.merge(
                            item.get("from") + " " + keyOf(provider, String.valueOf(line.get("provider_key_id"))) + " "
                                    + tokenClass,
                            new BigDecimal(count.toString()),
                            BigDecimal::add);
                }
            }
        }));
        return plain(sums);
    }

    /** Rows that come to nothing, because all of them was taken back, may be told or not. */
    private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> plain = new TreeMap<>();
        sums.forEach((place, sum) -> {
            if (sum.signum() != 0) {
                plain.put(place, sum.stripTrailingZeros());
            }
        });
        return plain;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> figures(Map<String, Object> item, String name) {
        return (List<Map<String, Object>>) item.get(name);
    }

    private void assertCorrectionsWereKept() {
        List<Map<String, Object>> replaced = pages("/api/v1/usage/history/revisions", null);

        assertThat(replaced).hasSizeGreaterThan(10).allSatisfy(item -> {
            assertThat(item.get("replaced_at")).isNotNull();
            assertThat(item.get("read_at").toString().compareTo(item.get("to").toString()))
                    .isNotNegative();
        });
    }

    private List<Map<String, Object>> history(Polled account) {
        return pages("/api/v1/usage/history", account.accountId());
    }

    private List<Map<String, Object>> pages(String path, UUID accountId) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            var call = Api.as(workspace, "viewer")
                    .queryParam("from", START.toString())
                    .queryParam("to", END.toString())
                    .queryParam("limit", 500);
            if (accountId != null) {
                call.queryParam("account_id", accountId.toString());
            }
            if (cursor != null) {
                call.queryParam("cursor", cursor);
            }
            JsonPath page = call.get(path).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("next_cursor");
        } while (cursor != null);
        return all;
    }

    private static ChronoUnit bucket(String provider) {
        return provider.equals("anthropic") || provider.equals("openai") ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    }

    private static String keyOf(String provider, String key) {
        return provider.equals("mistral") ? "all" : key;
    }

    private static String model(String provider) {
        return Objects.requireNonNull(MODELS.get(provider));
    }

    private Duration seconds(int least, Duration most) {
        return Duration.ofSeconds(least + random.nextInt((int) most.toSeconds() - least));
    }
}
