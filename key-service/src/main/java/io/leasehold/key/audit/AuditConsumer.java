package io.leasehold.key.audit;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes in what every service says was done, and chains it per workspace. */
@Singleton
class AuditConsumer implements EventHandler {
    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.AUDIT);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Map<UUID, List<AuditEntry>> byWorkspace = batch.stream()
                .map(ReceivedEvent::data)
                .filter(AuditEntry.class::isInstance)
                .map(AuditEntry.class::cast)
                // Chains are locked in one order, whoever comes.
                .collect(Collectors.groupingBy(AuditEntry::workspaceId, TreeMap::new, Collectors.toList()));
        byWorkspace.forEach((workspaceId, entries) -> append(handle, workspaceId, entries));
    }

    private static void append(Handle handle, UUID workspaceId, List<AuditEntry> entries) {
        AuditStore.Head head = AuditStore.lockHead(handle, workspaceId);
        List<ChainedEntry> links = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            ChainedEntry link = link(head, toMicroseconds(entry));
            links.add(link);
            head = new AuditStore.Head(link.seq(), link.hash());
        }
        AuditStore.add(handle, links);
        AuditStore.moveHead(handle, workspaceId, head);
    }

    private static ChainedEntry link(AuditStore.Head head, AuditEntry entry) {
        long seq = head.seq() + 1;
        return new ChainedEntry(seq, entry, head.hash(), AuditHash.of(head.hash(), seq, entry));
    }

    /** What the table keeps; the hash must be the same when it is computed again from there. */
    private static AuditEntry toMicroseconds(AuditEntry entry) {
        return new AuditEntry(
                entry.entryId(),
                entry.workspaceId(),
                entry.at().truncatedTo(ChronoUnit.MICROS),
                entry.actor(),
                entry.actorId(),
                entry.action(),
                entry.targetType(),
                entry.target(),
                entry.result(),
                entry.source(),
                entry.details());
    }
}
