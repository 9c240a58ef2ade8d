package io.leasehold.cli.audit;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold audit}. */
@Command(
        name = "audit",
        description = "What was done, by whom.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditListCommand.class, AuditExportCommand.class, AuditVerifyCommand.class})
public final class AuditCommand {}
