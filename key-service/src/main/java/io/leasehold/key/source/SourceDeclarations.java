package io.leasehold.key.source;

import io.leasehold.key.source.KeySourcesConfig.Named;
import io.leasehold.kit.secret.VaultConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the operator says of sources, and finds all that is wrong with it. */
final class SourceDeclarations {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    /** What this service is configured by may hold its own secrets, which are no key of any provider. */
    private static final Pattern OWN_VARIABLE = Pattern.compile("(LEASEHOLD|QUARKUS|SMALLRYE)_.*");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final VaultConfig vault;
    private final Map<String, KeySource> sources = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private SourceDeclarations(VaultConfig vault) {
        this.vault = vault;
    }

    /** @throws IllegalArgumentException with all that is wrong, and what to do about it */
    static Map<String, KeySource> read(List<Named> named, VaultConfig vault) {
        SourceDeclarations declarations = new SourceDeclarations(vault);
        for (int index = 0; index < named.size(); index++) {
            declarations.read("leasehold.key-sources.named[%d]".formatted(index), named.get(index));
        }
        if (!declarations.wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "Sources of keys are not configured as they must be: " + String.join(" ", declarations.wrong));
        }
        return Map.copyOf(declarations.sources);
    }

    private void read(String setting, Named named) {
        int before = wrong.size();
        String name = named.name().orElse("");
        require(
                NAME.matcher(name).matches(),
                "%s.name must begin with a small letter or digit and have at most 63 small letters, digits or . _ -."
                        .formatted(setting));
        require(!sources.containsKey(name), "%s.name '%s' is there twice; choose another.".formatted(setting, name));
        require(
                named.workspace().filter(Predicate.not(String::isBlank)).isPresent(),
                "%s.workspace is not set; name the workspace that may use it.".formatted(setting));
        SourcePlace place = place(setting, named);
        if (place != null && wrong.size() == before) {
            sources.put(name, new KeySource(name, named.workspace().orElseThrow(), place, named.revokeOld()));
        }
    }

    private @Nullable SourcePlace place(String setting, Named named) {
        long places = Stream.of(named.variable(), named.file(), named.vaultPath())
                .filter(Optional::isPresent)
                .count();
        require(
                places == 1,
                "%s has %d places; set exactly one of variable, file and vault-path.".formatted(setting, places));
        require(
                named.vaultField().isEmpty() || named.vaultPath().isPresent(),
                "%s.vault-field goes with vault-path only.".formatted(setting));
        if (places != 1) {
            return null;
        }
        return named.variable()
                .<SourcePlace>map(variable -> variable(setting, variable))
                .or(() -> named.file().map(file -> {
                    require(file.isAbsolute(), "%s.file must be a whole path, from /.".formatted(setting));
                    return new SourcePlace.MountedFile(file.normalize());
                }))
                .or(() -> named.vaultPath().map(path -> inVault(setting, named, path)))
                .orElseThrow();
    }

    private SourcePlace variable(String setting, String variable) {
        require(VARIABLE.matcher(variable).matches(), "%s.variable can't be the name of one.".formatted(setting));
        require(
                !OWN_VARIABLE.matcher(variable).matches(),
                "%s.variable is a setting of this service; give the key a variable of its own.".formatted(setting));
        return new SourcePlace.Variable(variable);
    }

    private SourcePlace inVault(String setting, Named named, String place) {
        String[] steps = place.split("/", 2);
        boolean whole = steps.length == 2
                && Stream.of(place.split("/", -1)).noneMatch(step -> step.isBlank() || step.equals(".."));
        require(
                whole,
                "%s.vault-path must be a mount and a path, such as secret/teams/openai, without data/."
                        .formatted(setting));
        require(
                !steps[0].equals(vault.mount()),
                "%s.vault-path is in the engine where all keys' secrets are; use another one.".formatted(setting));
        require(
                vault.url().isPresent(),
                "%s.vault-path needs Vault; say where it is with leasehold.vault.url, and how to sign in."
                        .formatted(setting));
        return new SourcePlace.VaultSecret(
                steps[0], whole ? steps[1] : "", named.vaultField().orElse(null));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            wrong.add(otherwise);
        }
    }
}
