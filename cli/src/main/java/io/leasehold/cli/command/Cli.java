package io.leasehold.cli.command;

import io.leasehold.cli.api.Http;
import io.leasehold.cli.config.Environment;
import io.leasehold.cli.terminal.Pause;
import io.leasehold.cli.terminal.SystemTerminal;
import io.leasehold.cli.terminal.Terminal;
import io.leasehold.cli.terminal.WebBrowser;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What every command works with.
 *
 * @param http made with its first use: many commands call nobody
 */
public record Cli(
        Terminal terminal, Environment environment, Supplier<Http> http, Clock clock, Pause pause, WebBrowser browser) {
    public static Cli ofThisProcess() {
        return new Cli(
                new SystemTerminal(),
                Environment.ofThisProcess(),
                Http::new,
                Clock.systemUTC(),
                Pause::sleep,
                WebBrowser::openOnDesktop);
    }
}
