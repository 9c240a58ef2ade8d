package io.leasehold.cli.domains;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List domains.", mixinStandardHelpOptions = true)
final class DomainsListCommand extends ListCommand {
    @Option(names = "--tag", paramLabel = "TAG", description = "Only domains with that tag.")
    private @Nullable String tag;

    @Option(names = "--text", paramLabel = "WORDS", description = "Only domains with that in their name.")
    private @Nullable String text;

    DomainsListCommand(Cli cli) {
        super(
                cli,
                Api.path("domains"),
                List.of(Column.of("name"), Column.of("capture"), Column.of("tags"), Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("tag", tag).with("text", text);
    }
}
