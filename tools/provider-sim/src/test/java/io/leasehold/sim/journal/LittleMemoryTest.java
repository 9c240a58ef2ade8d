package io.leasehold.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.ProviderSim;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.RandomRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, because its memory is what is tested. */
class LittleMemoryTest {
    private static final int REQUESTS = 400_000;

    @TempDir
    private Path folder;

    @Test
    void aLongJournalRestartsInLittleMemoryAndIsShortThen() throws Exception {
        Path data = folder.resolve("sim.jsonl");
        List<LedgerRow> rows = new RandomRows(1, Instant.now()).some(10_000);
        DataFile.write(data, IntStream.range(0, REQUESTS).mapToObj(i -> rows.get(i % rows.size())));
        long before = Files.size(data);

        Process sim = start(data);

        try (BufferedReader out = sim.inputReader()) {
            String answers = out.lines()
                    .filter(line -> line.contains("http://"))
                    .findFirst()
                    .orElseThrow();
            JsonNode bill = bill(answers.substring(answers.indexOf("http://")));
            assertThat(bill.at("/requests").asInt()).isEqualTo(REQUESTS);
            assertThat(Files.size(data)).isLessThan(before / 5);
        } finally {
            sim.destroyForcibly().waitFor();
        }
    }

    private static Process start(Path data) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProviderSim.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static JsonNode bill(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/control/bill")).build();
            return TestSim.parse(http.send(request, BodyHandlers.ofString()).body());
        }
    }
}
