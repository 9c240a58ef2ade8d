package io.leasehold.key.source;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sources of a workspace. */
@Schema(name = "KeySources")
record KeySourcesAnswer(
        @Schema(description = "By name; empty where the operator names none for this workspace")
        List<KeySourceAnswer> items) {}
