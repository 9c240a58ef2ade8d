package io.leasehold.gateway.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;

/**
 * One provider's official npm package, with a script of calls in {@code src/test/sdk}. Packages are installed where the lock
 * has changed.
 */
public final class NpmSdk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/sdk").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 120;

    private final String script;

    /** @param name of the script */
    public NpmSdk(String name) {
        this.script = name + ".mjs";
    }

    /** What the calls came to, by name, in their order. */
    public SequencedMap<String, JsonNode> run(String baseUrl, String credential, Tenant tenant)
            throws IOException, InterruptedException {
        install();
        Map<String, String> environment = Map.of(
                "BASE_URL",
                baseUrl,
                "API_KEY",
                credential,
                "FAULTS_URL",
                Gateway.simulatorUrl() + "/control/faults",
                "PROVIDER_KEY",
                tenant.secret());
        SequencedMap<String, JsonNode> outcomes = new LinkedHashMap<>();
        for (String line : call(List.of("node", script), environment).lines().toList()) {
            JsonNode outcome = JSON.readTree(line);
            outcomes.put(outcome.get("name").asText(), outcome);
        }
        return outcomes;
    }

    private static synchronized void install() throws IOException, InterruptedException {
        Path installed = FOLDER.resolve("node_modules/.installed-lock");
        String lock = Files.readString(FOLDER.resolve("package-lock.json"));
        if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
            call(List.of("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"), Map.of());
            Files.writeString(installed, lock);
        }
    }

    private static String call(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        File said = Files.createTempFile("sdk-", ".out").toFile();
        File complained = Files.createTempFile("sdk-", ".err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectOutput(said)
                .redirectError(complained);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(
                        "%s %s: %s".formatted(command, ended ? "failed" : "does not end", read(complained)));
            }
            return read(said);
        } finally {
            process.destroyForcibly();
            Files.delete(said.toPath());
            Files.delete(complained.toPath());
        }
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath(), UTF_8);
    }
}
