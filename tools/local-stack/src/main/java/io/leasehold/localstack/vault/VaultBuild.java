package io.leasehold.localstack.vault;

import io.leasehold.localstack.process.Tool;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Builds Vault from its published Go module. */
public final class VaultBuild {
    private final StackHome home;

    public VaultBuild(StackHome home) {
        this.home = home;
    }

    /** Where the build's output goes. */
    public static Path log(StackHome home) {
        return home.log("vault-build");
    }

    /** Whether this machine has what it takes. */
    public static boolean isPossible() throws InterruptedException {
        try {
            return new ProcessBuilder("go", "version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException when there is no Go toolchain, or the build fails */
    public void run() throws IOException, InterruptedException {
        if (!isPossible()) {
            throw new IOException("Building Vault takes a Go toolchain (https://go.dev/dl/); none is on PATH.");
        }
        Path program = VaultLocator.builtProgram(home);
        Files.createDirectories(program.getParent());
        // A build that was cut off must not look like a Vault.
        Path fresh = program.resolveSibling("vault.incomplete");
        Path module = home.checkout().resolve("tools/local-stack/vault");
        Tool.of(
                        "go",
                        "build",
                        "-C",
                        module.toString(),
                        "-tags",
                        "minimal",
                        "-ldflags=-s -w",
                        "-o",
                        fresh.toString(),
                        ".")
                .variable("CGO_ENABLED", "0")
                .run(log(home));
        Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
    }
}
