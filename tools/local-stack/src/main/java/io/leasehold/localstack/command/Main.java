package io.leasehold.localstack.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;

/** What the launcher in the repository's root runs: one verb per start. */
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int INTERRUPTED = 130;

    private static final Map<String, Verb> VERBS = Map.of(
            "up", UpCommand::run,
            "servers", ServersCommand::run,
            "status", StatusCommand::run,
            "down", DownCommand::run,
            "fetch", FetchCommand::run,
            "test", TestCommand::run,
            "vault", VaultCommand::run);

    /** One verb; its result is the exit code. */
    interface Verb {
        int run(Arguments arguments) throws Exception;
    }

    private Main() {}

    public static void main(String[] line) throws Exception {
        // The clients' own logs are not shown, and that is not worth a warning.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var arguments = new Arguments(List.of(line));
        Verb verb = VERBS.get(arguments.verb());
        if (verb == null) {
            System.err.println("unknown verb; there are " + VERBS.keySet());
            System.exit(WRONG_USE);
            return;
        }
        try {
            System.exit(verb.run(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        } catch (InterruptedException e) {
            System.exit(INTERRUPTED);
        } catch (NoSuchFileException e) {
            System.err.println("There is no file " + e.getFile());
            System.exit(FAILED);
        } catch (IllegalStateException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }
}
