package io.leasehold.sim.control;

import java.net.InetAddress;

/** Whether a caller is on this machine. */
final class Loopback {
    private Loopback() {}

    /** @param address a literal; an IPv6 one may carry its zone */
    static boolean holds(String address) {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        return InetAddress.ofLiteral(plain).isLoopbackAddress();
    }
}
