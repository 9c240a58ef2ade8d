package io.leasehold.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Options;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
    private static final String HI = """
            {"model":"claude-opus-5","max_tokens":50,"messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";

    @TempDir
    private Path folder;

    @Test
    void keysAndLedgerSurviveARestart() {
        Key kept;
        Key removed;
        JsonNode rows;
        try (TestSim sim = start()) {
            kept = sim.anthropicKey();
            removed = sim.anthropicKey();
            sim.messages(kept, HI);
            sim.send("DELETE", "/control/keys/" + removed.id(), null);
            rows = sim.ledger(kept);
        }

        try (TestSim again = start()) {
            assertThat(again.ledger(kept)).isEqualTo(rows).hasSize(1);
            assertThat(again.messages(kept, HI).status()).isEqualTo(200);
            assertThat(again.bill(kept)).isEqualTo("0.000320000");
            assertThat(again.messages(removed, HI).status()).isEqualTo(401);
        }
    }

    @Test
    void aKeysLimitGoesOnCountingAfterARestart() {
        String chat = HI.replace("claude-opus-5", "openai/gpt-6-sol").replace("\"max_tokens\":50,", "");
        Key key;
        try (TestSim sim = start()) {
            key = sim.openRouterKey("0.0001");
            sim.chat(key, chat);
        }

        try (TestSim again = start()) {
            assertThat(again.chat(key, chat).status()).isEqualTo(402);
        }
    }

    @Test
    void aRevokedSeedKeyStaysRevoked() {
        Options seeded = options().withSeed(true);
        String secret;
        try (TestSim sim = TestSim.start(seeded)) {
            JsonNode first = seedKey(sim);
            secret = first.at("/secret").asText();
            sim.anthropic(
                    "POST",
                    "/v1/organizations/api_keys/" + first.at("/id").asText(),
                    sim.anthropicAdmin(),
                    "{\"status\":\"archived\"}");
        }

        try (TestSim again = TestSim.start(seeded)) {
            assertThat(again.anthropic("GET", "/v1/models", new Key("", secret, ""))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void aLineThatWasNotFinishedIsDropped() throws IOException {
        Key key;
        try (TestSim sim = start()) {
            key = sim.anthropicKey();
            sim.messages(key, HI);
        }
        Files.writeString(file(), "{\"row\":{\"serial\":12", StandardOpenOption.APPEND);

        try (TestSim again = start()) {
            assertThat(again.ledger(key)).hasSize(1);
            again.messages(key, HI);
        }

        try (TestSim third = start()) {
            assertThat(third.ledger(key)).hasSize(2);
        }
    }

    @Test
    void whatIsWrittenCanBeReadWithoutClosing() {
        try (TestSim sim = start()) {
            Key key = sim.anthropicKey();
            sim.messages(key, HI);

            TestSim.await(() -> read().contains("\"row\"") && read().contains(key.id()));
        }
    }

    @Test
    void aTornUpLedgerStaysTornUp() {
        Key key;
        try (TestSim sim = start()) {
            key = sim.anthropicKey();
            sim.messages(key, HI);
            sim.send("DELETE", "/control/ledger", null);
        }

        try (TestSim again = start()) {
            assertThat(again.ledger(key)).isEmpty();
        }
    }

    @Test
    void anotherFileIsNotTakenForData() throws IOException {
        Files.writeString(file(), "hello\n");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(this::start)
                .withMessageContaining("not the simulator's");
    }

    private TestSim start() {
        return TestSim.start(options());
    }

    private Options options() {
        return Options.onAnyPort().withData(file());
    }

    private Path file() {
        return folder.resolve("sim.jsonl");
    }

    private String read() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode seedKey(TestSim sim) {
        for (JsonNode key : sim.send("GET", "/control/keys", null).at("/items")) {
            if (key.at("/provider").asText().equals("anthropic")
                    && key.at("/name").asText().equals("local-1")) {
                return key;
            }
        }
        throw new AssertionError("there is no seed");
    }
}
