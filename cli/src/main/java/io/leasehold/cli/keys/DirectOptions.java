package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may become of a key's secret in the hands of nodes. */
final class DirectOptions {
    @Option(
            names = "--direct-allowed",
            paramLabel = "BOOL",
            arity = "1",
            description = "true or false: whether nodes may be given the key itself (direct leases).")
    private @Nullable Boolean directAllowed;

    @Option(
            names = "--rotate-after-direct",
            paramLabel = "BOOL",
            arity = "1",
            description = "true or false: whether it is rotated once a direct lease has ended.")
    private @Nullable Boolean rotateAfterDirect;

    void put(ObjectNode body) {
        if (directAllowed != null) {
            body.put("direct_allowed", directAllowed);
        }
        if (rotateAfterDirect != null) {
            body.put("rotate_after_direct", rotateAfterDirect);
        }
    }
}
