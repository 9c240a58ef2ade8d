package io.leasehold.localstack.settings;

import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The address and the port numbers of one stack. */
public final class Ports {
    /** Names the address of this machine that is listened on and told to others. */
    public static final String HOST_SETTING = "LEASEHOLD_HOST";

    // Below the range from which the kernel takes ports of outgoing connections.
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 29_999;

    private static final String THIS_MACHINE_ONLY = "localhost";

    private final String host;
    private final Map<Port, Integer> numbers;

    private Ports(String host, Map<Port, Integer> numbers) {
        this.host = host;
        this.numbers = numbers;
    }

    /**
     * The usual ports on loopback, but for what {@code LEASEHOLD_PORT_…} and {@code LEASEHOLD_HOST} change.
     *
     * @throws IllegalArgumentException when a setting is no port number, naming the setting
     */
    public static Ports fromEnvironment(Map<String, String> environment) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            String chosen = environment.get(port.setting());
            numbers.put(port, chosen == null || chosen.isBlank() ? port.usual() : parse(port.setting(), chosen));
        }
        return new Ports(host(environment), numbers);
    }

    private static String host(Map<String, String> environment) {
        String chosen = environment.get(HOST_SETTING);
        return chosen == null || chosen.isBlank() ? THIS_MACHINE_ONLY : chosen.strip();
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

    /** Ports that nobody listens on at the moment, all different; on loopback unless {@code LEASEHOLD_HOST} says otherwise. */
    public static Ports free(Map<String, String> environment) {
        var none = new Ports(host(environment), new EnumMap<>(Port.class));
        return none.with(EnumSet.allOf(Port.class));
    }

    /** The same ports, but for these, which are others that nobody listens on. */
    public Ports with(Set<Port> others) {
        var taken = new HashSet<>(numbers.values());
        var copy = new EnumMap<Port, Integer>(Port.class);
        copy.putAll(numbers);
        others.forEach(port -> copy.put(port, findFree(taken)));
        return new Ports(host, copy);
    }

    public int number(Port port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    /** How others call this machine: {@code localhost}, or an address that containers reach it by. */
    public String host() {
        return host;
    }

    /** What servers listen on. */
    public String listenAddress() {
        return isThisMachineOnly() ? InetAddress.getLoopbackAddress().getHostAddress() : host;
    }

    /** Whether nothing is reachable from elsewhere. */
    public boolean isThisMachineOnly() {
        return host.equals(THIS_MACHINE_ONLY);
    }

    /** The HTTP address of a port, without a slash at the end. */
    public URI url(Port port) {
        return URI.create("http://" + host + ":" + number(port));
    }

    /** Whether a server could listen there now. */
    public boolean isFree(Port port) {
        return isFree(number(port));
    }

    private boolean isFree(int number) {
        try (var socket = new ServerSocket()) {
            // As servers do, or ports of connections that just ended would look taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(listenAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private int findFree(Set<Integer> taken) {
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
