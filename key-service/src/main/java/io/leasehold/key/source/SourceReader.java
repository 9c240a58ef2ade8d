package io.leasehold.key.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.providers.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a source holds now. */
@Singleton
public class SourceReader {
    /** As of secrets that people give. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 4_000;
    /** What is larger is something else than a secret. */
    private static final long LARGEST_FILE = 16_384;

    /** Asked for when it is needed: there may be no Vault. */
    private final Provider<VaultSecrets> vault;

    private final Function<String, Optional<String>> environment;

    @Inject
    SourceReader(Provider<VaultSecrets> vault) {
        this(vault, name -> Optional.ofNullable(System.getenv(name)));
    }

    SourceReader(Provider<VaultSecrets> vault, Function<String, Optional<String>> environment) {
        this.vault = vault;
        this.environment = environment;
    }

    /**
     * @throws SourceUnreadableProblem where nothing is there that can be a secret
     * @throws SecretStoreProblem where Vault is away
     */
    public Secret read(KeySource source) {
        String found = switch (source.place()) {
            case SourcePlace.Variable variable ->
                environment
                        .apply(variable.name())
                        .orElseThrow(() ->
                                new SourceUnreadableProblem(source, "The variable is not set where key-service runs."));
            case SourcePlace.MountedFile file -> read(source, file.path());
            case SourcePlace.VaultSecret secret -> read(source, secret);
        };
        return secret(source, found.strip());
    }

    private static String read(KeySource source, Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new SourceUnreadableProblem(source, "There is no such file where key-service runs.");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new SourceUnreadableProblem(source, "The file is too large to hold a secret and nothing else.");
            }
            return Files.readString(file, UTF_8);
        } catch (IOException unreadable) {
            throw new SourceUnreadableProblem(source, "The file can't be read by key-service; look at its rights.");
        }
    }

    private String read(KeySource source, SourcePlace.VaultSecret place) {
        Map<String, String> fields = vault.get().fields(place.mount(), place.path());
        if (fields.isEmpty()) {
            throw new SourceUnreadableProblem(source, "Vault has no such secret, or none with text in it.");
        }
        if (place.field() != null) {
            return Optional.ofNullable(fields.get(place.field()))
                    .orElseThrow(() -> new SourceUnreadableProblem(source, "The secret has no such field."));
        }
        if (fields.size() > 1) {
            throw new SourceUnreadableProblem(
                    source, "The secret has several fields; an operator has to name one with vault-field.");
        }
        return fields.values().iterator().next();
    }

    private static Secret secret(KeySource source, String found) {
        if (found.length() < SHORTEST || found.length() > LONGEST) {
            throw new SourceUnreadableProblem(
                    source,
                    found.isEmpty()
                            ? "It is empty."
                            : "A secret has from %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        try {
            return Secret.of(found);
        } catch (IllegalArgumentException malformed) {
            throw new SourceUnreadableProblem(source, String.valueOf(malformed.getMessage()));
        }
    }
}
