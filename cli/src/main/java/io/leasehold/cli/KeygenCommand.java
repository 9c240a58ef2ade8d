package io.leasehold.cli;

import io.leasehold.cli.command.Cli;
import java.security.SecureRandom;
import java.util.HexFormat;
import picocli.CommandLine.Command;

@Command(
        name = "keygen",
        description = "Print a new master key: 32 random bytes as 64 hex characters.",
        mixinStandardHelpOptions = true)
final class KeygenCommand implements Runnable {
    private static final int BYTES = 32;

    private final Cli cli;

    KeygenCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public void run() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        cli.terminal().out().println(HexFormat.of().formatHex(key));
        cli.terminal().out().flush();
    }
}
