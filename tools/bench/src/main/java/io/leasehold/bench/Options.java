package io.leasehold.bench;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the command line asks for.
 *
 * @param rounds how often each measurement is repeated
 * @param seconds how long one round lasts
 * @param connections how many there are to each target
 * @param rate requests a second where latency is measured
 * @param streams how many there are at a time where that is measured
 * @param also base URLs of other proxies before the simulator, by the names that the tables give them
 */
public record Options(int rounds, int seconds, int connections, int rate, int streams, SequencedMap<String, URI> also) {
    static final String USAGE = """
            ./leasehold bench [--rounds 5] [--seconds 5] [--connections 32] [--rate 1000] [--streams 2000] [--also NAME=URL]…
            ./leasehold bench keys
            ./leasehold bench leases [--rounds 5] [--seconds 5] [--connections 32] [--rate 1000]
            ./leasehold bench revocation
            ./leasehold bench usage [--rounds 5]
            """;

    static final Options USUAL = new Options(5, 5, 32, 1_000, 2_000, new LinkedHashMap<>());

    public Options {
        also = new LinkedHashMap<>(also);
    }

    /**
     * Begins with what is usual.
     *
     * @throws IllegalArgumentException for an option that there is not, or whose value it can't have
     */
    static Options parse(List<String> arguments) {
        Options options = USUAL;
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            options = options.with(arguments.get(i), value);
        }
        return options;
    }

    public Duration length() {
        return Duration.ofSeconds(seconds);
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--rounds" -> new Options(positive(name, value), seconds, connections, rate, streams, also);
            case "--seconds" -> new Options(rounds, positive(name, value), connections, rate, streams, also);
            case "--connections" -> new Options(rounds, seconds, positive(name, value), rate, streams, also);
            case "--rate" -> new Options(rounds, seconds, connections, positive(name, value), streams, also);
            case "--streams" -> new Options(rounds, seconds, connections, rate, positive(name, value), also);
            case "--also" -> new Options(rounds, seconds, connections, rate, streams, with(value));
            default -> throw new IllegalArgumentException("There is no option " + name);
        };
    }

    private SequencedMap<String, URI> with(String nameAndUrl) {
        int equals = nameAndUrl.indexOf('=');
        SequencedMap<String, URI> more = new LinkedHashMap<>(also);
        if (equals > 0) {
            URI url = URI.create(nameAndUrl.substring(equals + 1));
            if (url.getHost() != null && url.getPort() > 0) {
                more.put(nameAndUrl.substring(0, equals), url);
                return more;
            }
        }
        throw new IllegalArgumentException("--also wants NAME=URL with a port, such as other=http://127.0.0.1:4000");
    }

    private static int positive(String name, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told below, together with what is too small.
        }
        throw new IllegalArgumentException(name + " wants a number above 0");
    }
}
