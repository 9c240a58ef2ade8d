package io.leasehold.providers.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses may be connected to: public ones, and wherever the operator's own configuration points. Users give
 * addresses too, and whoever answers for their names may say something else at every question; so the rule is asked for
 * every connection, and what it gives back is what must be connected to, without asking for the name again.
 */
public final class AddressRule {
    private final Set<String> trusted;
    private final Lookup lookup;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** @param trusted addresses that no user gave; host and port count */
    public AddressRule(Collection<URI> trusted) {
        this(trusted, InetAddress::getAllByName);
    }

    public AddressRule(Collection<URI> trusted, Lookup lookup) {
        this.trusted = trusted.stream().map(AddressRule::authority).collect(Collectors.toUnmodifiableSet());
        this.lookup = lookup;
    }

    /** The port that a connection for this address goes to. */
    public static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    }

    /** Whether the operator named it, so that it may lie anywhere. */
    public boolean isTrusted(String host, int port) {
        return trusted.contains(authority(host, port));
    }

    /**
     * What to connect to now. Blocks for as long as the name service takes.
     *
     * @throws NotPublicException when it may not be connected to
     * @throws UnknownHostException when the host has no address
     */
    public InetAddress resolve(String host, int port) throws IOException {
        return isTrusted(host, port) ? lookup.addressesOf(host)[0] : resolvePublic(host);
    }

    /**
     * The same for a host that is not trusted, whoever named it. One address inside among public ones is enough to
     * refuse: the next one to be asked for could be that one.
     *
     * @throws NotPublicException when it may not be connected to
     * @throws UnknownHostException when the host has no address
     */
    public InetAddress resolvePublic(String host) throws IOException {
        InetAddress[] found = lookup.addressesOf(host);
        for (InetAddress address : found) {
            if (!PublicAddress.is(address)) {
                throw new NotPublicException(host);
            }
        }
        return found[0];
    }

    private static String authority(URI address) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("'" + address + "' names no host; write it as https://llm.example.com");
        }
        return authority(address.getHost(), port(address));
    }

    private static String authority(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** A host that may not be connected to. The message names the host and none of its addresses. */
    public static final class NotPublicException extends IOException {
        private static final long serialVersionUID = 1;

        NotPublicException(String host) {
            super(host + " is no public address.");
        }
    }
}
