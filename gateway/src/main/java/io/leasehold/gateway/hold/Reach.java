package io.leasehold.gateway.hold;

import io.vertx.core.AsyncResult;
import org.jboss.logging.Logger;

/** Says once that the arbiter can't be reached, and once that it can again. */
final class Reach {
    private static final Logger LOG = Logger.getLogger(Reach.class);

    private final String what;
    private boolean failing;

    Reach(String what) {
        this.what = what;
    }

    void note(AsyncResult<?> done) {
        if (done.failed() && !failing) {
            LOG.warnf("arbiter unreachable call=%s cause=%s", what, done.cause());
        } else if (done.succeeded() && failing) {
            LOG.infof("arbiter reachable again call=%s", what);
        }
        failing = done.failed();
    }
}
