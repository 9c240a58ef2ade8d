package io.leasehold.sim.journal;

import io.leasehold.sim.group.Groups;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.provider.World;
import java.util.Arrays;
import java.util.stream.Stream;

/** What changes add up to. */
record State(KeyRing keys, Groups groups, Ledger ledger) {

    static State empty() {
        return new State(new KeyRing(), new Groups(), new Ledger());
    }

    static State of(World world) {
        return new State(world.keys(), world.groups(), world.ledger());
    }

    void apply(Change change) {
        switch (change) {
            case Change.KeySaved saved -> keys.save(saved.key());
            case Change.KeyRemoved removed -> keys.remove(removed.id());
            case Change.GroupSaved saved -> groups.save(saved.group());
            case Change.RowAppended appended -> ledger.append(appended.row());
            case Change.LedgerCleared() -> ledger.clear();
        }
    }

    /** The fewest changes that add up to it. */
    Stream<Change> changes() {
        Stream<Change> saved = Stream.concat(
                keys.list().stream().map(Change.KeySaved::new),
                Arrays.stream(Provider.values())
                        .flatMap(provider -> groups.list(provider).stream())
                        .map(Change.GroupSaved::new));
        return Stream.concat(saved, ledger.rows().stream().map(Change.RowAppended::new));
    }
}
