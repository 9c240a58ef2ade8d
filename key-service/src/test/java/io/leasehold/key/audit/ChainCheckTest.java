package io.leasehold.key.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    private static final int LENGTH = 5;

    private final List<ChainedEntry> chain = chain(LENGTH);
    private final NavigableMap<Long, byte[]> anchors = new TreeMap<>();
    private AuditStore.Head head = headOf(chain);

    @Test
    void aChainAsItWasWrittenIsIntact() {
        anchors.put(3L, chain.get(2).hash());

        assertThat(check()).isEmpty();
    }

    @Test
    void anEmptyChainIsIntact() {
        chain.clear();
        head = AuditStore.Head.START;

        assertThat(check()).isEmpty();
    }

    @Test
    void whateverIsChangedInAnEntryIsFoundThere() {
        for (int seq = 1; seq <= LENGTH; seq++) {
            ChainedEntry entry = chain.get(seq - 1);
            List<ChainedEntry> changes = List.of(
                    with(entry, entry("mallory", seq), entry.previousHash(), entry.hash()),
                    with(entry, entry.entry(), entry.previousHash(), new byte[32]),
                    with(entry, entry.entry(), other(entry.previousHash()), entry.hash()));
            for (ChainedEntry change : changes) {
                chain.set(seq - 1, change);

                assertThat(check()).hasValue(ChainFault.changed(change));
                chain.set(seq - 1, entry);
            }
        }
    }

    @Test
    void anEntryThatIsChangedWithItsHashIsFoundByTheNextOrTheHead() {
        for (int seq = 1; seq <= LENGTH; seq++) {
            ChainedEntry entry = chain.get(seq - 1);
            chain.set(seq - 1, link(seq, entry("mallory", seq), entry.previousHash()));

            assertThat(check()).hasValue(ChainFault.changed(chain.get(seq - 1)));
            chain.set(seq - 1, entry);
        }
    }

    @Test
    void anEntryThatIsTakenOutIsMissed() {
        for (int seq = 1; seq <= LENGTH; seq++) {
            ChainedEntry entry = chain.remove(seq - 1);

            assertThat(check()).hasValue(ChainFault.missing(seq));
            chain.add(seq - 1, entry);
        }
    }

    @Test
    void anEntryThatIsTakenOutIsMissedThoughTheOthersMoveUp() {
        for (int seq = 1; seq < LENGTH; seq++) {
            List<ChainedEntry> whole = List.copyOf(chain);
            chain.remove(seq - 1);
            renumber();

            assertThat(check()).hasValue(ChainFault.missing(seq));
            chain.clear();
            chain.addAll(whole);
        }
    }

    @Test
    void anEntryThatIsPutInIsNamedThoughTheOthersMoveDown() {
        for (int seq = 1; seq <= LENGTH; seq++) {
            List<ChainedEntry> whole = List.copyOf(chain);
            ChainedEntry forged =
                    link(seq, entry("mallory", seq), chain.get(seq - 1).previousHash());
            chain.add(seq - 1, forged);
            renumber();

            assertThat(check()).hasValue(ChainFault.inserted(forged));
            chain.clear();
            chain.addAll(whole);
        }
    }

    @Test
    void anEntryThatIsPutInAtTheEndIsBehindTheHead() {
        chain.add(link(LENGTH + 1, entry("mallory", 6), chain.getLast().hash()));

        assertThat(check()).hasValue(ChainFault.insertedAt(LENGTH + 1));
    }

    @Test
    void anEndThatIsCutOffWithItsHeadIsMissedByItsAnchor() {
        anchors.put((long) LENGTH, chain.getLast().hash());
        chain.removeLast();
        head = headOf(chain);

        assertThat(check()).hasValue(ChainFault.missing(LENGTH));
    }

    @Test
    void aChainThatIsWrittenAnewFromSomewhereIsFoundByItsAnchors() {
        anchors.put(2L, chain.get(1).hash());
        anchors.put((long) LENGTH, chain.getLast().hash());
        rewriteFrom(4);

        assertThat(check()).hasValue(ChainFault.rewritten(3));
    }

    private void rewriteFrom(int from) {
        byte[] previous = chain.get(from - 2).hash();
        for (int seq = from; seq <= LENGTH; seq++) {
            chain.set(seq - 1, link(seq, entry("mallory", seq), previous));
            previous = chain.get(seq - 1).hash();
        }
        head = headOf(chain);
    }

    private void renumber() {
        for (int at = 0; at < chain.size(); at++) {
            ChainedEntry entry = chain.get(at);
            chain.set(at, new ChainedEntry(at + 1, entry.entry(), entry.previousHash(), entry.hash()));
        }
    }

    private Optional<ChainFault> check() {
        ChainCheck check = new ChainCheck(anchors);
        for (ChainedEntry entry : chain) {
            Optional<ChainFault> fault = check.follow(entry);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return check.end(head);
    }

    private static List<ChainedEntry> chain(int length) {
        List<ChainedEntry> chain = new ArrayList<>();
        byte[] previous = AuditStore.Head.START.hash();
        for (int seq = 1; seq <= length; seq++) {
            chain.add(link(seq, entry("ada", seq), previous));
            previous = chain.getLast().hash();
        }
        return chain;
    }

    private static AuditStore.Head headOf(List<ChainedEntry> chain) {
        return new AuditStore.Head(chain.getLast().seq(), chain.getLast().hash());
    }

    private static ChainedEntry link(long seq, AuditEntry entry, byte[] previous) {
        return new ChainedEntry(seq, entry, previous, AuditHash.of(previous, seq, entry));
    }

    private static ChainedEntry with(ChainedEntry of, AuditEntry entry, byte[] previous, byte[] hash) {
        return new ChainedEntry(of.seq(), entry, previous, hash);
    }

    private static byte[] other(byte[] hash) {
        byte[] other = hash.clone();
        other[0]++;
        return other;
    }

    private static AuditEntry entry(String actor, int number) {
        return new AuditEntry(
                new UUID(1, number),
                new UUID(2, 2),
                Instant.parse("2026-11-21T10:00:00.123456Z"),
                actor,
                "subject",
                "key.revoke",
                "key",
                "key-" + number,
                "success",
                null,
                Map.of());
    }
}
