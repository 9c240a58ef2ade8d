package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set-schedule",
        description = {
            "Rotate a key by itself, such as at 3 o'clock on each first of a month: '0 3 1 * *'",
            "Where its provider can't make keys, each rotation waits for a secret (see replace-secret)."
        },
        mixinStandardHelpOptions = true)
final class KeysSetScheduleCommand extends ItemCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Parameters(
            index = "1",
            paramLabel = "CRON",
            description = "Five fields as in crontab: minute, hour, day of month, month, day of week.")
    private String cron = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Whose hours and days, such as Europe/Berlin; UTC where left out.")
    private String zone = "UTC";

    @Option(
            names = "--overlap",
            paramLabel = "SECONDS",
            description = "For how long both secrets work at most; a day where left out.")
    private @Nullable Long overlap;

    KeysSetScheduleCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body().put("cron", cron).put("zone", zone);
        if (overlap != null) {
            body.put("overlap_seconds", overlap);
        }
        return api.put(key.path("rotation-schedule"), body);
    }
}
