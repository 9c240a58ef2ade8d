package io.leasehold.sim.control;

import java.net.InetAddress;

/** Whether a caller is on this machine. */
final class SameMachine {
    private SameMachine() {}

    /**
     * Both are literals; an IPv6 one may carry its zone.
     *
     * @param caller where the call comes from
     * @param called where it arrived; a machine that calls one of its own addresses comes from that address
     */
    static boolean holds(String caller, String called) {
        InetAddress from = parse(caller);
        return from.isLoopbackAddress() || from.equals(parse(called));
    }

    private static InetAddress parse(String address) {
        int zone = address.indexOf('%');
        return InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
    }
}
