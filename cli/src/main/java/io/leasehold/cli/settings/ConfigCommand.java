package io.leasehold.cli.settings;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold config}. */
@Command(
        name = "config",
        description = "Settings of profiles.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConfigGetCommand.class,
            ConfigSetCommand.class,
            ConfigListCommand.class,
            ConfigUnsetCommand.class,
            ConfigPathCommand.class
        })
public final class ConfigCommand {}
