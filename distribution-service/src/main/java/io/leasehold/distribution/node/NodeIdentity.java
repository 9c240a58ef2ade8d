package io.leasehold.distribution.node;

import io.leasehold.kit.caller.Caller;

/** Who a node is, to those who vouch for it. */
public record NodeIdentity(String issuer, String subject) {
    public static NodeIdentity of(Caller caller) {
        return new NodeIdentity(caller.issuer(), caller.subject());
    }

    static NodeIdentity of(Node node) {
        return new NodeIdentity(node.issuer(), node.subject());
    }
}
