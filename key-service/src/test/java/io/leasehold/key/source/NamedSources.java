package io.leasehold.key.source;

import io.leasehold.test.Servers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Sources as an operator names them: files in a folder of this run, secrets in a real Vault, a variable, and one of another workspace. */
public final class NamedSources implements QuarkusTestResourceLifecycleManager {
    /** The service with these sources. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NamedSources.class));
        }
    }

    static final String SLUG = "leasehold.test.sources.slug";
    static final String OTHER_SLUG = "leasehold.test.sources.other-slug";
    static final String FOLDER = "leasehold.test.sources.folder";
    static final String MOUNT = "leasehold.test.sources.mount";
    /** Each test has one of its own. */
    static final List<String> FILES =
            List.of("plain", "ends-old", "vanishes", "refused", "by-hand", "once", "rolled-back", "batch", "claimed");

    @Override
    public Map<String, String> start() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> config = new HashMap<>();
        System.setProperty(SLUG, "sources-" + run);
        System.setProperty(OTHER_SLUG, "others-" + run);
        Path folder = folder();
        System.setProperty(FOLDER, folder.toString());
        for (String file : FILES) {
            name(config, file, "sources-" + run, "file", folder.resolve(file).toString());
        }
        name(
                config,
                "of-others",
                "others-" + run,
                "file",
                folder.resolve("of-others").toString());
        name(config, "environment", "sources-" + run, "variable", "SOURCE_OF_TESTS");
        config.put(setting(1) + "revoke-old", "true");
        config.put("leasehold.key-sources.interval", "200ms");
        config.put("leasehold.key-sources.sweep-interval", "1s");
        if (Servers.addresses().vault() != null) {
            addVault(config, run);
        }
        return config;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("key-sources");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void addVault(Map<String, String> config, String run) {
        System.setProperty(MOUNT, "teams-" + run);
        VaultOfTeams vault = new VaultOfTeams("teams-" + run);
        config.putAll(vault.open());
        name(config, "vault", "sources-" + run, "vault-path", "teams-" + run + "/openrouter");
        config.put(setting(count(config) - 1) + "vault-field", "api_key");
    }

    private static void name(Map<String, String> config, String name, String slug, String kind, String place) {
        String setting = setting(count(config));
        config.put(setting + "name", name);
        config.put(setting + "workspace", slug);
        config.put(setting + kind, place);
    }

    private static int count(Map<String, String> config) {
        return (int) config.keySet().stream()
                .filter(setting -> setting.endsWith("].name"))
                .count();
    }

    private static String setting(int index) {
        return "leasehold.key-sources.named[" + index + "].";
    }

    /** What the sources need goes before what all tests have. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void stop() {
        clear(Path.of(System.getProperty(FOLDER)));
        if (Servers.addresses().vault() != null) {
            new VaultOfTeams(System.getProperty(MOUNT)).close();
        }
    }

    private static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
