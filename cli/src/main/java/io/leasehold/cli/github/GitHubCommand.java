package io.leasehold.cli.github;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold github}. */
@Command(
        name = "github",
        description = "Users who sign in to GitHub for a Copilot account; their tokens become its keys.",
        mixinStandardHelpOptions = true,
        subcommands = {
            GitHubListCommand.class,
            GitHubShowCommand.class,
            GitHubSignInCommand.class,
            GitHubSignOutCommand.class
        })
public final class GitHubCommand {}
