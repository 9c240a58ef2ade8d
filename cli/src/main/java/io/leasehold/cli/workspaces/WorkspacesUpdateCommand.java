package io.leasehold.cli.workspaces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import io.leasehold.cli.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "update", description = "Change a workspace.", mixinStandardHelpOptions = true)
final class WorkspacesUpdateCommand extends ItemCommand {
    @Parameters(paramLabel = "SLUG", description = "Its slug or id.")
    private String slug = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What people will call it.")
    private @Nullable String name;

    @Option(
            names = "--capture",
            paramLabel = "LEVEL",
            description = "What is kept of its traffic unless a domain says otherwise: none, metadata or full.")
    private @Nullable String capture;

    @Option(
            names = "--fail-open",
            arity = "1",
            paramLabel = "BOOLEAN",
            description = "Whether requests are let through on emergency slices while the arbiter is away.")
    private @Nullable Boolean failOpen;

    @Option(
            names = "--enrolment",
            paramLabel = "POLICY",
            description = "What becomes of new nodes: auto, approve or closed.")
    private @Nullable String enrolment;

    @Option(
            names = "--key-choice",
            paramLabel = "POLICY",
            description = "Which key a new lease gets: weighted by what is left to spend, or random.")
    private @Nullable String keyChoice;

    @Option(
            names = "--leases-expire",
            arity = "1",
            paramLabel = "BOOLEAN",
            description =
                    "Whether leases by the gateway end by themselves where their nodes don't say how long they need"
                            + " them.")
    private @Nullable Boolean leasesExpire;

    @Option(
            names = "--redact",
            paramLabel = "NAME=PATTERN",
            description =
                    "What is taken out of captured bodies, besides keys, tokens, e-mail addresses and payment cards: a"
                            + " regular expression in the syntax of RE2. Repeat it for all there shall be.")
    private List<String> redact = List.of();

    @Option(names = "--no-redact", description = "Nothing else is taken out of captured bodies.")
    private boolean noRedact;

    WorkspacesUpdateCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "name", name);
        Bodies.put(body, "capture", capture);
        Bodies.put(body, "fail_open", failOpen);
        Bodies.put(body, "enrolment", enrolment);
        Bodies.put(body, "key_choice", keyChoice);
        Bodies.put(body, "leases_expire", leasesExpire);
        putRedaction(body);
        return api.patch(Api.path("workspaces", slug), Bodies.notEmpty(body));
    }

    private void putRedaction(ObjectNode body) {
        if (redact.isEmpty() && !noRedact) {
            return;
        }
        if (!redact.isEmpty() && noRedact) {
            throw Failure.wrongUse("Say either --redact or --no-redact.");
        }
        ArrayNode rules = body.putArray("redaction");
        for (String rule : redact) {
            int equals = rule.indexOf('=');
            if (equals < 1) {
                throw Failure.wrongUse("--redact takes a name and a pattern, such as employee=E-[0-9]{6}.");
            }
            rules.addObject().put("name", rule.substring(0, equals)).put("pattern", rule.substring(equals + 1));
        }
    }
}
