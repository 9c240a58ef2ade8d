package io.leasehold.cli.config;

import io.leasehold.cli.failure.Failure;
import java.net.URI;
import java.util.Set;

/** Addresses that tokens and secrets may be sent to. */
public final class Address {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Address() {}

    /** Without a slash at the end. Plain HTTP is for this machine only: everywhere else somebody could read along. */
    public static URI parse(String text) {
        URI address;
        try {
            address = URI.create(text.strip().replaceAll("/+$", ""));
        } catch (IllegalArgumentException malformed) {
            throw Failure.wrongUse(text + " is no address. Give one such as https://leasehold.example.com.");
        }
        if (address.getHost() == null || address.getUserInfo() != null || address.getQuery() != null) {
            throw Failure.wrongUse(text + " is no address. Give one such as https://leasehold.example.com.");
        }
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
        if (!safe) {
            throw Failure.wrongUse(text + " is not https. Tokens are sent over plain HTTP to this machine only.");
        }
        return address;
    }
}
