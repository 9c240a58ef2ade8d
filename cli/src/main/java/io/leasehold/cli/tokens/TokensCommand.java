package io.leasehold.cli.tokens;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold tokens}. */
@Command(
        name = "tokens",
        description = "API tokens, with which programs call in a person's place.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TokensListCommand.class,
            TokensShowCommand.class,
            TokensCreateCommand.class,
            TokensRevokeCommand.class
        })
public final class TokensCommand {}
