package io.leasehold.cli.exec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Connection;
import io.leasehold.cli.config.Settings;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.leases.AskOptions;
import io.leasehold.cli.oauth.AccessTokens;
import io.leasehold.cli.oauth.CredentialStore;
import io.leasehold.cli.oauth.SignIn;
import io.leasehold.cli.output.Column;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exec",
        description = {
            "Run a program with a lease of its own: leasehold exec --provider anthropic -- CMD ARG…",
            "Its environment has the key or token and the base address as the provider's libraries read them. The lease is renewed"
                    + " while it runs and given back at its end, whatever the end. Exits as the program does."
        },
        mixinStandardHelpOptions = true)
public final class ExecCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 10;

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private AskOptions wanted = new AskOptions();

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "How long the lease may outlive a program that is cut off; PT15M where left out.")
    private String ttl = "PT15M";

    @Parameters(paramLabel = "CMD", arity = "1..*", description = "The program, after --, and what it is told.")
    private List<String> command = List.of();

    private final Cli cli;

    ExecCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = connection.settings(cli.environment());
        try (Http http = cli.http().get()) {
            CredentialStore store = new CredentialStore(cli.environment(), settings.profile());
            AccessTokens tokens = new AccessTokens(settings, store, new SignIn(http, cli.clock()), cli.clock());
            return run(new Api(http, settings.url(), tokens, settings.workspace()));
        }
    }

    private int run(Api api) throws InterruptedException {
        ObjectNode ask = wanted.body().put("ttl", ttl).put("additional", true);
        JsonNode granted = api.post(Api.path("leases"), ask);
        RunningLease lease =
                new RunningLease(api, cli.clock(), granted, ttl, cli.terminal().err());
        var started = new CompletableFuture<Process>();
        Thread end = new Thread(() -> stop(started, lease), "leasehold-exec-end");
        // Before the program runs, so that it never outlives this process.
        Runtime.getRuntime().addShutdownHook(end);
        try {
            Process program = start(granted);
            started.complete(program);
            return await(program, lease);
        } finally {
            started.cancel(false);
            withdraw(end);
            lease.release();
        }
    }

    private Process start(JsonNode granted) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        String key = granted.hasNonNull("secret")
                ? granted.get("secret").asText()
                : granted.path("token").asText();
        builder.environment()
                .putAll(ProviderVariables.of(
                        wanted.provider(), key, granted.path("base_url").asText(null)));
        builder.environment().put("LEASEHOLD_LEASE_ID", granted.path("lease_id").asText());
        // What this program signs in with is not the other's business.
        builder.environment().remove("LEASEHOLD_TOKEN");
        try {
            return builder.start();
        } catch (IOException failure) {
            throw Failure.failed("Can't run " + Column.harmless(command.getFirst()) + ": "
                    + Column.harmless(String.valueOf(failure.getMessage())));
        }
    }

    private static int await(Process program, RunningLease lease) throws InterruptedException {
        boolean kept = true;
        while (true) {
            if (!kept) {
                return program.waitFor();
            }
            if (program.waitFor(lease.untilRenewal().toMillis(), TimeUnit.MILLISECONDS)) {
                return program.exitValue();
            }
            kept = lease.renew();
        }
    }

    /** This process is told to end: so is the program, and the lease is given back when it has. */
    private static void stop(CompletableFuture<Process> started, RunningLease lease) {
        try {
            Process program = started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            program.destroy();
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException | TimeoutException neverStarted) {
            // There is nothing to end.
        }
        lease.release();
    }

    private static void withdraw(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // It runs already, and gives the lease back itself.
        }
    }
}
