package io.leasehold.kit.production;

import java.util.List;

/** A feature's word on whether it is safe to run in production. Every bean of this type is asked once at start. */
public interface ProductionCheck {
    /** @return one sentence for each thing that is not safe, naming the setting; empty when all is well */
    List<String> violations();
}
