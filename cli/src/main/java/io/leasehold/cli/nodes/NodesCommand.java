package io.leasehold.cli.nodes;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold nodes}. */
@Command(
        name = "nodes",
        description = "Machines, pods and processes that use keys, and how they come in.",
        mixinStandardHelpOptions = true,
        subcommands = {
            NodesListCommand.class,
            NodesShowCommand.class,
            NodesTimelineCommand.class,
            NodesHistoryCommand.class,
            NodesApproveCommand.class,
            NodesRemoveCommand.class,
            NodesSetPolicyCommand.class,
            NodesRemovePolicyCommand.class,
            NodesAddTokenCommand.class,
            NodesTokensCommand.class,
            NodesRemoveTokenCommand.class,
            NodesBindCommand.class,
            NodesBindingsCommand.class,
            NodesUnbindCommand.class,
            NodesEnrolCommand.class,
            NodesHeartbeatCommand.class,
            NodesReportUsageCommand.class
        })
public final class NodesCommand {}
