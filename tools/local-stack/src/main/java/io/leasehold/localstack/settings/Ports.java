package io.leasehold.localstack.settings;

import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The port numbers of one stack. */
public final class Ports {
    // Below the range from which the kernel takes ports of outgoing connections.
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 29_999;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The usual ports, but for those that {@code LEASEHOLD_PORT_…} changes.
     *
     * @throws IllegalArgumentException when a setting is no port number, naming the setting
     */
    public static Ports fromEnvironment(Map<String, String> environment) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            String chosen = environment.get(port.setting());
            numbers.put(port, chosen == null || chosen.isBlank() ? port.usual() : parse(port.setting(), chosen));
        }
        return new Ports(numbers);
    }

    /** The ports that the running components were started with; for all others as {@link #fromEnvironment} has it. */
    public static Ports ofRunning(RunStates states, Map<String, String> environment) throws IOException {
        Ports ports = fromEnvironment(environment);
        for (RunState state : states.list()) {
            if (state.find().isPresent()) {
                state.ports().forEach((name, number) -> ports.numbers.put(Port.ofId(name), number));
            }
        }
        return ports;
    }

    /** Ports that nobody listens on at the moment, all different. */
    public static Ports free() {
        var taken = new HashSet<Integer>();
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, findFree(taken));
        }
        return new Ports(numbers);
    }

    /** The same ports, but for these, which are others that nobody listens on. */
    public Ports with(Set<Port> others) {
        var taken = new HashSet<>(numbers.values());
        var copy = new EnumMap<>(numbers);
        others.forEach(port -> copy.put(port, findFree(taken)));
        return new Ports(copy);
    }

    public int number(Port port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    /** The HTTP address of a port on this machine, without a slash at the end. */
    public URI url(Port port) {
        return URI.create("http://localhost:" + number(port));
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(int number) {
        try (var socket = new ServerSocket()) {
            // As servers do, or ports of connections that just ended would look taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int findFree(Set<Integer> taken) {
        while (true) {
            int number = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE + 1);
            if (isFree(number) && taken.add(number)) {
                return number;
            }
        }
    }

    private static int parse(String setting, String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number > 0 && number < 65_536) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is out of range.
        }
        throw new IllegalArgumentException(setting + " is not a port number: " + value);
    }
}
