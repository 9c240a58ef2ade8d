package io.leasehold.collector.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What nodes may tell. */
@ConfigMapping(prefix = "leasehold.ingest")
interface IngestConfig {
    /** How many calls one request may tell of. */
    @WithDefault("500")
    int mostReports();

    /** How long ago a call may have begun; shorter than what ledgers keep (40 days). Reports are known again for as long. */
    @WithDefault("168h")
    Duration mostAge();

    /** By how much a node's clock may be wrong. */
    @WithDefault("2m")
    Duration skew();

    /** How soon after a call its lease may not be known here yet; until then a node is asked to tell it again. */
    @WithDefault("1m")
    Duration patience();
}
