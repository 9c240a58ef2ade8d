package io.leasehold.localstack.command;

import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.vault.VaultBuild;
import io.leasehold.localstack.vault.VaultLocator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code vault build}: makes a Vault from its source, once. */
final class VaultCommand {
    private VaultCommand() {}

    static int run(Arguments arguments) throws Exception {
        if (!arguments.rest().equals(List.of("build"))) {
            throw new IllegalArgumentException("vault build is all there is");
        }
        StackHome home = StackHome.fromEnvironment(System.getenv());
        Path program = VaultLocator.builtProgram(home);
        if (Files.isExecutable(program)) {
            System.out.println("Vault is built already: " + program);
            return 0;
        }
        System.out.println("Building Vault, which takes a few minutes (log: " + VaultBuild.log(home) + ") …");
        new VaultBuild(home).run();
        System.out.println("Vault is built: " + program + "\nThe next ./leasehold up with new data uses it.");
        return 0;
    }
}
