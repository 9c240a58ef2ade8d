package io.leasehold.sim;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator is started.
 *
 * @param port 0 for any free one
 * @param data file that keeps keys and ledger over restarts; null to forget them
 * @param seed whether the well-known keys of the local stack are there
 * @param eventLoops how many threads answer
 */
public record Options(String host, int port, @Nullable Path data, boolean seed, int eventLoops) {
    public static final Options DEFAULTS = new Options("127.0.0.1", 8090, null, false, 1);

    public static final String USAGE =
            "usage: provider-sim [--host HOST] [--port PORT] [--data FILE] [--event-loops N] [--seed]";

    public Options {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("the port must lie between 0 and 65535");
        }
        if (eventLoops < 1) {
            throw new IllegalArgumentException("there must be an event loop");
        }
    }

    /** For tests: any free port, nothing kept. */
    public static Options onAnyPort() {
        return DEFAULTS.withPort(0);
    }

    public Options withHost(String newHost) {
        return new Options(newHost, port, data, seed, eventLoops);
    }

    public Options withPort(int newPort) {
        return new Options(host, newPort, data, seed, eventLoops);
    }

    public Options withData(Path file) {
        return new Options(host, port, file, seed, eventLoops);
    }

    public Options withSeed(boolean wanted) {
        return new Options(host, port, data, wanted, eventLoops);
    }

    public Options withEventLoops(int number) {
        return new Options(host, port, data, seed, number);
    }

    /**
     * Reads {@code PROVIDER_SIM_HOST}, {@code _PORT}, {@code _DATA}, {@code _EVENT_LOOPS} and {@code _SEED} from the
     * environment, then the arguments, which win.
     *
     * @throws IllegalArgumentException when an argument is not known or not a number where one is due
     */
    static Options of(List<String> arguments, Map<String, String> environment) {
        Options options = DEFAULTS;
        for (String name : List.of("host", "port", "data", "event-loops", "seed")) {
            String value =
                    environment.get("PROVIDER_SIM_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
            if (value != null && !value.isEmpty()) {
                options = options.with(name, value);
            }
        }
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--seed")) {
                options = options.withSeed(true);
            } else if (argument.startsWith("--") && rest.hasNext()) {
                options = options.with(argument.substring(2), rest.next());
            } else {
                throw new IllegalArgumentException("not understood: " + argument);
            }
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "host" -> withHost(value);
            case "port" -> withPort(Integer.parseInt(value));
            case "data" -> withData(Path.of(value));
            case "event-loops" -> withEventLoops(Integer.parseInt(value));
            case "seed" -> withSeed(Boolean.parseBoolean(value));
            default -> throw new IllegalArgumentException("not understood: --" + name);
        };
    }
}
