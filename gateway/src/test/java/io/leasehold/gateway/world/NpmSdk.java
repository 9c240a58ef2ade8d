package io.leasehold.gateway.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One provider's official npm package, with a script of calls in {@code src/test/sdk}. Packages are installed where the lock
 * has changed.
 */
public final class NpmSdk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/sdk").toAbsolutePath();

    private final String script;

    /** @param name of the script */
    public NpmSdk(String name) {
        this.script = name + ".mjs";
    }

    /** What the calls came to, by name, in their order. */
    public SequencedMap<String, JsonNode> run(String baseUrl, String credential, Tenant tenant)
            throws IOException, InterruptedException {
        install();
        String told = new Program(List.of("node", script), FOLDER)
                .with("BASE_URL", baseUrl)
                .with("API_KEY", credential)
                .with("FAULTS_URL", Gateway.simulatorUrl() + "/control/faults")
                .with("PROVIDER_KEY", tenant.secret())
                .said();
        SequencedMap<String, JsonNode> outcomes = new LinkedHashMap<>();
        for (String line : told.lines().toList()) {
            JsonNode outcome = JSON.readTree(line);
            outcomes.put(outcome.get("name").asText(), outcome);
        }
        return outcomes;
    }

    /** A program of its own, which finds the packages. */
    public static Program program(String code) throws IOException, InterruptedException {
        install();
        return new Program(List.of("node", "--input-type=module", "--eval", code), FOLDER);
    }

    private static synchronized void install() throws IOException, InterruptedException {
        Path installed = FOLDER.resolve("node_modules/.installed-lock");
        String lock = Files.readString(FOLDER.resolve("package-lock.json"));
        if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
            List<String> command =
                    List.of("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
            new Program(command, FOLDER).said();
            Files.writeString(installed, lock);
        }
    }
}
