package io.leasehold.cli.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.ApiProblem;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leasehold try}. */
@Command(
        name = "try",
        description = {
            "Send one short request through a lease, and show its status, tokens, cost, where the time went, and headers.",
            "As a node it asks for a lease of its own and gives it back; a person brings a lease's token. Exits with 3 where the"
                    + " request was refused."
        },
        mixinStandardHelpOptions = true)
public final class TryCommand extends ApiCommand {
    private static final String TTL = "PT5M";
    private static final int NOT_FOUND = 404;
    private static final int LOOKS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    @Option(names = "--provider", paramLabel = "ID", required = true, description = "Whose lease, such as anthropic.")
    private String provider = "";

    @Option(names = "--model", paramLabel = "MODEL", required = true, description = "Which model is asked.")
    private String model = "";

    @Option(names = "--message", paramLabel = "TEXT", description = "What it is asked; a greeting where left out.")
    private String message = "Say hello in one word.";

    @Option(names = "--max-tokens", paramLabel = "N", description = "Output tokens at most; 64 where left out.")
    private int maxTokens = 64;

    @Option(names = "--stream", description = "Have the answer come as a stream.")
    private boolean stream;

    @Option(names = "--lease-token-stdin", description = "Take the token of a lease from the standard input.")
    private boolean tokenGiven;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where that token works (LEASEHOLD_BASE_URL); as the provider's leases say where left out.")
    private @Nullable String baseUrl;

    TryCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        Question question = Question.of(provider, model, message, maxTokens, stream);
        Trial trial = tokenGiven
                ? send(terminal().secret("Lease token:"), baseUrl(api), question)
                : withOwnLease(api, question);
        ObjectNode report = TrialReport.of(trial, booked(api, trial));
        printer.item(report, TrialReport.HEADERS, List.of(Column.of("HEADER", "name"), Column.of("value")));
        return trial.success() ? ExitCode.DONE : ExitCode.UNFINISHED;
    }

    private Trial withOwnLease(Api api, Question question) {
        ObjectNode ask = Bodies.body().put("provider", provider).put("ttl", TTL).put("additional", true);
        Bodies.put(ask, "models", List.of(model));
        JsonNode lease = api.post(Api.path("leases"), ask);
        try {
            return send(lease.path("token").asText(), lease.path("base_url").asText(), question);
        } finally {
            giveBack(api, lease.path("lease_id").asText());
        }
    }

    private Trial send(String token, String base, Question question) {
        try (Http http = cli.http().get()) {
            return Trial.run(http, base, token, question);
        }
    }

    private void giveBack(Api api, String lease) {
        try {
            api.post(Api.path("leases", lease, "release"), Bodies.body());
        } catch (Failure failure) {
            terminal()
                    .err()
                    .println(
                            "leasehold: The lease could not be given back; it ends by itself. " + failure.getMessage());
        }
    }

    /** All leases of a provider work at the same address. */
    private String baseUrl(Api api) {
        if (baseUrl != null) {
            return baseUrl;
        }
        return cli.environment().find("LEASEHOLD_BASE_URL").orElseGet(() -> {
            Query query = new Query().with("provider", provider).with("state", "active");
            return api.list(Api.path("leases"), query, LOOKS).stream()
                    .filter(lease -> lease.path("mode").asText().equals("gateway"))
                    .map(lease -> lease.path("base_url").asText())
                    .findFirst()
                    .orElseThrow(() -> Failure.failed("No active lease says where the gateway is for "
                            + Column.harmless(provider) + ". Say it: --base-url"));
        });
    }

    /** Null where it does not get there in time, or nobody tells us: what was seen here is shown all the same. */
    private @Nullable JsonNode booked(Api api, Trial trial) {
        String id = trial.requestId().orElse(null);
        for (int look = 0; id != null && trial.success() && look < LOOKS; look++) {
            try {
                return api.get(Api.path("requests", id));
            } catch (ApiProblem refused) {
                if (refused.status() != NOT_FOUND) {
                    return unread(refused);
                }
                cli.pause().pause(BETWEEN);
            } catch (Failure away) {
                return unread(away);
            }
        }
        return null;
    }

    private @Nullable JsonNode unread(Failure failure) {
        terminal().err().println("leasehold: What was booked can't be read. " + failure.getMessage());
        return null;
    }
}
