package io.leasehold.test;

import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.vault.OwnVault;
import io.leasehold.localstack.vault.VaultLocator;
import io.leasehold.localstack.vault.VaultSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A real Vault of a test's own, which may be put into trouble, since nobody else uses it. */
public final class TestVault implements AutoCloseable {
    private final OwnVault vault;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestVault(OwnVault vault) {
        this.vault = vault;
    }

    /**
     * Starts it, unsealed, with policies and roles.
     *
     * @param folder for its data
     * @return empty where there is no program to start
     */
    public static Optional<TestVault> start(Path folder) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        StackHome home = StackHome.fromEnvironment(environment).at(folder.resolve("vault"));
        Optional<VaultSource> found = new VaultLocator(environment, home).find();
        if (!(found.orElse(null) instanceof VaultSource.Program program)) {
            return Optional.empty();
        }
        home.prepare();
        Secrets secrets = new Secrets(home.folder().resolve("secrets.properties"));
        TestVault started = new TestVault(new OwnVault(home, Ports.free(environment), secrets, program));
        started.start();
        return Optional.of(started);
    }

    /** Starts it again with what it held, after {@link #stop}. */
    public void start() throws IOException, InterruptedException {
        vault.start(progress -> {});
        Await.untilAsserted(() -> {
            if (!vault.isReady()) {
                throw new IllegalStateException("Vault does not answer yet");
            }
        });
        unseal();
    }

    public void stop() throws IOException, InterruptedException {
        vault.stop();
    }

    public void seal() throws IOException, InterruptedException {
        send("PUT", "sys/seal", "");
    }

    public void unseal() throws IOException, InterruptedException {
        vault.provision();
    }

    public VaultAddress address() {
        return Objects.requireNonNull(vault.address(), "it is started");
    }

    /** Calls its API with every right. @return the answer's body */
    public String send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address().url() + "/v1/" + path))
                .header("X-Vault-Token", address().rootToken())
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        try {
            vault.stop();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
