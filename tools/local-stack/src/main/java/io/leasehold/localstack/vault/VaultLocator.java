package io.leasehold.localstack.vault;

import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.settings.Versions;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a Vault that can be had at once: the one that {@code LEASEHOLD_VAULT_ADDR} names, a program on {@code PATH}, or one
 * that {@code vault build} made earlier. Nothing is fetched or built here.
 */
public final class VaultLocator {
    public static final String ADDRESS = "LEASEHOLD_VAULT_ADDR";
    public static final String TOKEN = "LEASEHOLD_VAULT_TOKEN";

    private final Map<String, String> environment;
    private final Path built;

    public VaultLocator(Map<String, String> environment, StackHome home) {
        this.environment = environment;
        this.built = builtProgram(home);
    }

    /** Where {@code vault build} puts its program. */
    public static Path builtProgram(StackHome home) {
        return home.cache().resolve("vault").resolve(Versions.current().vault()).resolve("vault");
    }

    /** @throws IllegalArgumentException when an address is configured without a token */
    public Optional<VaultSource> find() {
        String address = environment.get(ADDRESS);
        if (address != null && !address.isBlank()) {
            return Optional.of(new VaultSource.Configured(URI.create(address), token()));
        }
        return Stream.concat(List.of("vault", "bao").stream().flatMap(this::onPath), Stream.of(built))
                .filter(Files::isExecutable)
                .findFirst()
                .map(VaultSource.Program::new);
    }

    private String token() {
        String token = environment.get(TOKEN);
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException(ADDRESS + " is set, so " + TOKEN + " must be too");
        }
        return token;
    }

    private Stream<Path> onPath(String program) {
        String path = environment.getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program));
    }
}
