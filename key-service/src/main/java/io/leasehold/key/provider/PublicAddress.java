package io.leasehold.key.provider;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the internet from those of a machine, a link or a private network. */
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !isReserved(address);
    }

    private static boolean isReserved(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isReservedV4(bytes[0] & 0xff, bytes[1] & 0xff);
            // fc00::/7 is private; 2002::/16 and 64:ff9b::/96 wrap an IPv4 address, which could be any.
            case Inet6Address _ ->
                (bytes[0] & 0xfe) == 0xfc
                        || (bytes[0] == 0x20 && bytes[1] == 0x02)
                        || (bytes[0] == 0x00 && bytes[1] == 0x64);
            default -> true;
        };
    }

    private static boolean isReservedV4(int first, int second) {
        boolean thisNetwork = first == 0;
        boolean carrierGrade = first == 100 && second >= 64 && second <= 127;
        boolean protocols = first == 192 && second == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean future = first >= 240;
        return thisNetwork || carrierGrade || protocols || benchmarks || future;
    }
}
