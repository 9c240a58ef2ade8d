package io.leasehold.localstack.command;

import io.leasehold.localstack.settings.Maven;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code mvn verify}, over everything or over one module and what it needs. */
final class MavenVerify {
    /** Tests wait for servers more than they compute, so two modules at a time. The profile keeps e2e the last. */
    private static final List<String> SIDE_BY_SIDE = List.of("-T2", "-Pside-by-side");

    private final Path checkout;
    private final List<String> command;
    private final Map<String, String> variables = new HashMap<>();

    MavenVerify(
            Map<String, String> environment, Path checkout, Optional<String> module, List<String> furtherArguments) {
        this.checkout = checkout;
        this.command = new ArrayList<>(
                List.of(Maven.fromEnvironment(environment, checkout).command(), "verify"));
        command.addAll(module.map(name ->
                        // The modules that it needs have no test of the name that may be asked for.
                        List.of("-pl", ":" + name, "-am", "-Dsurefire.failIfNoSpecifiedTests=false"))
                .orElse(SIDE_BY_SIDE));
        command.addAll(furtherArguments);
        // Playwright's own download can't be had everywhere; the tests use the browser that was found.
        variable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }

    /** @param tests which tests to run, in Maven's notation */
    MavenVerify only(String tests) {
        command.add("-Dtest=" + tests);
        return this;
    }

    MavenVerify variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Shows its output as it comes, and returns its exit code. */
    int run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(checkout.toFile()).inheritIO();
        builder.environment().putAll(variables);
        Process maven = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(maven), "stop-maven"));
        return maven.waitFor();
    }

    private static void end(Process maven) {
        maven.descendants().forEach(ProcessHandle::destroy);
        maven.destroy();
    }
}
