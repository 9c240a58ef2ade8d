package io.leasehold.bench;

import java.time.Duration;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param rounds how often each measurement is repeated
 * @param seconds how long one round lasts
 * @param connections how many there are to each target
 * @param rate requests a second where latency is measured
 */
public record Options(int rounds, int seconds, int connections, int rate) {
    static final String USAGE = """
            ./leasehold bench [--rounds 5] [--seconds 5] [--connections 32] [--rate 500]
            ./leasehold bench keys
            ./leasehold bench leases [--rounds 5] [--seconds 5] [--connections 32] [--rate 1000]
            ./leasehold bench revocation
            """;

    static final Options USUAL = new Options(5, 5, 32, 500);

    /**
     * @param usual what holds where nothing else is asked for
     * @throws IllegalArgumentException for an option that there is not, or that has no positive number
     */
    static Options parse(List<String> arguments, Options usual) {
        Options options = usual;
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            options = options.with(arguments.get(i), value);
        }
        return options;
    }

    public Duration length() {
        return Duration.ofSeconds(seconds);
    }

    Options withRate(int perSecond) {
        return new Options(rounds, seconds, connections, perSecond);
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--rounds" -> new Options(positive(name, value), seconds, connections, rate);
            case "--seconds" -> new Options(rounds, positive(name, value), connections, rate);
            case "--connections" -> new Options(rounds, seconds, positive(name, value), rate);
            case "--rate" -> new Options(rounds, seconds, connections, positive(name, value));
            default -> throw new IllegalArgumentException("There is no option " + name);
        };
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
