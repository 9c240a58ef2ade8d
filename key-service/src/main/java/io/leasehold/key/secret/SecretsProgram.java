package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.database.ProgramDatabase;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.SecretsConfig;
import io.leasehold.kit.secret.VaultConfig;
import io.leasehold.kit.secret.VaultSecrets;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * An operator's program, run beside the service with the same settings (from the environment): {@code reseal} seals every
 * secret of the sealed store under the current master key; {@code move} moves every secret to the store that is configured.
 * Both may be interrupted anywhere, run again, and run twice at once, while the service goes on.
 *
 * <p>Exit code 0 when nothing is left to do, 1 when something is, with the reason on standard error.
 */
public final class SecretsProgram {
    private static final int TOLD_EVERY = 1_000;

    private final SmallRyeConfig config;
    private final PrintStream out;
    private final PrintStream err;

    SecretsProgram(SmallRyeConfig config, PrintStream out, PrintStream err) {
        this.config = config;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        // As in the service; the libraries' loggers complain of another one.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(new SecretsProgram(configuration(), System.out, System.err).run(List.of(arguments)));
    }

    static SmallRyeConfig configuration() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredConverters()
                .withMapping(SecretsConfig.class)
                .withMapping(SealedConfig.class)
                .withMapping(MoveConfig.class)
                .withMapping(VaultConfig.class)
                .build();
    }

    int run(List<String> arguments) {
        try {
            return switch (String.join(" ", arguments)) {
                case "reseal" -> reseal(ProgramDatabase.open(config));
                case "move" -> move(ProgramDatabase.open(config));
                default -> {
                    err.println("Say what to do: reseal, or move.");
                    yield 1;
                }
            };
        } catch (IllegalArgumentException | NoSuchElementException | SecretStoreProblem problem) {
            err.println(problem.getMessage());
            return 1;
        }
    }

    private int reseal(Database database) {
        MasterKeys masters = MasterKeys.of(config.getConfigMapping(SealedConfig.class));
        Reseal.Result result = new Reseal(database, masters).run();
        out.printf(
                "%d resealed under master key %s, %d left under another%n",
                result.resealed(), masters.current().id(), result.left());
        result.problems().forEach(err::println);
        return result.left() == 0 ? 0 : 1;
    }

    private int move(Database database) {
        SecretStores stores = new SecretStores(
                config.getConfigMapping(SecretsConfig.class),
                config.getConfigMapping(SealedConfig.class),
                config.getConfigMapping(MoveConfig.class),
                () -> new VaultSecrets(config.getConfigMapping(VaultConfig.class), new CompositeMeterRegistry()),
                database,
                Clock.systemUTC());
        SecretMove.Result result = stores.move().run(moved -> {
            if (moved % TOLD_EVERY == 0) {
                out.println(moved + " moved");
            }
        });
        out.printf("%d moved to %s, %d left%n", result.moved(), stores.chosen().name(), result.left());
        result.problems().forEach(err::println);
        return result.left() == 0 ? 0 : 1;
    }
}
