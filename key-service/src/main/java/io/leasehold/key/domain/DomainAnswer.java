package io.leasehold.key.domain;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A domain of a workspace. */
@Schema(name = "Domain")
record DomainAnswer(
        @Schema(description = "Never changes", examples = "0199f000-0000-7000-8000-00000000d001")
        UUID id,

        @Schema(description = "The host name or application label; never changes", examples = "app.example.com")
        String name,

        @Schema(description = "What is kept of its traffic", examples = "metadata")
        Capture capture,

        @Schema(description = "Words to find it by", examples = "[\"team:web\"]")
        List<String> tags) {

    static DomainAnswer of(Domain domain) {
        return new DomainAnswer(domain.domainId(), domain.name(), domain.capture(), domain.tags());
    }

    URI location() {
        return URI.create("/api/v1/domains/" + id);
    }
}
