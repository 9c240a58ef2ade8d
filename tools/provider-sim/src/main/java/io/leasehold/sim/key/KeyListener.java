package io.leasehold.sim.key;

/** Is told of every change of a key, in the order in which the changes of that key happen. */
public interface KeyListener {
    void saved(SimKey key);

    void removed(String id);
}
