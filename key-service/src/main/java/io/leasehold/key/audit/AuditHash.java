package io.leasehold.key.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.contracts.event.AuditEntry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an audit entry: SHA-256 over the hash before it, its sequence number and all of its fields. Every field is
 * written with its length in front, so that no two entries give the same bytes.
 */
final class AuditHash {
    private static final int MISSING = -1;

    private AuditHash() {}

    /** @param entry its time in whole microseconds, which is what the table keeps */
    static byte[] of(byte[] previous, long seq, AuditEntry entry) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical(previous, seq, entry));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static byte[] canonical(byte[] previous, long seq, AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(seq);
            write(out, entry.entryId().toString());
            write(out, entry.workspaceId().toString());
            write(out, entry.at().toString());
            write(out, entry.actor());
            write(out, entry.actorId());
            write(out, entry.action());
            write(out, entry.targetType());
            write(out, entry.target());
            write(out, entry.result());
            write(out, entry.source());
            writeDetails(out, new TreeMap<>(entry.details()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeDetails(DataOutputStream out, Map<String, String> sorted) throws IOException {
        out.writeInt(sorted.size());
        for (Map.Entry<String, String> detail : sorted.entrySet()) {
            write(out, detail.getKey());
            write(out, detail.getValue());
        }
    }

    private static void write(DataOutputStream out, @Nullable String field) throws IOException {
        if (field == null) {
            out.writeInt(MISSING);
            return;
        }
        byte[] bytes = field.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
