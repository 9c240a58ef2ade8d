package io.leasehold.cli.members;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold members}. */
@Command(
        name = "members",
        description = "Who may do what.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MembersListCommand.class,
            MembersShowCommand.class,
            MembersAddCommand.class,
            MembersSetRoleCommand.class,
            MembersRemoveCommand.class
        })
public final class MembersCommand {}
