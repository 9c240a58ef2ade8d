package io.leasehold.distribution.stored;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is known of answers that providers keep. */
@ConfigMapping(prefix = "leasehold.stored-responses")
interface StoredResponseConfig {
    /** For how long it is known whose an answer is; OpenAI keeps them for 30 days. */
    @WithDefault("30d")
    Duration keep();
}
