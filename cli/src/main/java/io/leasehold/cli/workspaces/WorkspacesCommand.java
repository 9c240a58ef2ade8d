package io.leasehold.cli.workspaces;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold workspaces}. */
@Command(
        name = "workspaces",
        description = "Workspaces, and what holds for all of their domains.",
        mixinStandardHelpOptions = true,
        subcommands = {
            WorkspacesListCommand.class,
            WorkspacesShowCommand.class,
            WorkspacesAddCommand.class,
            WorkspacesUpdateCommand.class,
            WorkspacesRemoveCommand.class
        })
public final class WorkspacesCommand {}
