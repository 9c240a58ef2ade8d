package io.leasehold.key.workspace;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.KeyChoicePolicy;
import io.leasehold.contracts.event.WorkspaceView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace as its members see it. */
@Schema(name = "Workspace")
record WorkspaceAnswer(
        @Schema(description = "Never changes", examples = "0199f000-0000-7000-8000-00000000ac3e")
        UUID id,

        @Schema(description = "Names it in addresses and groups; never changes", examples = "acme")
        String slug,

        @Schema(description = "What people call it", examples = "Acme Corporation")
        String name,

        @Schema(description = "What is kept of the traffic of domains that say nothing else", examples = "metadata")
        Capture capture,

        @Schema(
                description = "Whether requests go on for a while when the spend arbiter can't be reached",
                examples = "false")
        boolean failOpen,

        @Schema(
                description = "What becomes of nodes that prove who they are and are not known yet: auto lets them in,"
                        + " approve lets them wait for an operator, closed refuses them",
                examples = "auto")
        Enrolment enrolment,

        @Schema(
                description =
                        "Which of the keys that could serve a new lease it gets: weighted the one with the most left to"
                                + " spend for each lease that shares it, random any of them",
                examples = "weighted")
        KeyChoicePolicy keyChoice,

        @Schema(
                description =
                        "Whether leases by the gateway end by themselves where their nodes don't say how long they need"
                                + " them; direct ones always do",
                examples = "true")
        boolean leasesExpire,

        @Schema(
                description = "What is taken out of captured bodies, besides keys, tokens, e-mail addresses and payment"
                        + " cards")
        List<RedactionRule> redaction,

        @Schema(description = "The host names and applications that its traffic is grouped by")
        List<Domain> domains,

        @Schema(description = "Rises with every change", examples = "1")
        long version) {

    @Schema(name = "WorkspaceDomain")
    record Domain(
            @Schema(description = "Never changes", examples = "0199f000-0000-7000-8000-00000000d001")
            UUID id,

            @Schema(description = "The host name or application label", examples = "app.example.com")
            String name,

            @Schema(description = "What is kept of its traffic", examples = "metadata")
            Capture capture,

            @Schema(description = "Words to find it by", examples = "[\"team:web\"]")
            List<String> tags) {}

    static WorkspaceAnswer of(WorkspaceView view) {
        return new WorkspaceAnswer(
                view.workspaceId(),
                view.slug(),
                view.name(),
                view.capture(),
                view.failOpen(),
                view.enrolmentPolicy(),
                view.keyChoicePolicy(),
                view.leasesEnd(),
                view.redaction().stream().map(RedactionRule::of).toList(),
                view.domains().stream()
                        .map(domain -> new Domain(domain.domainId(), domain.name(), domain.capture(), domain.tags()))
                        .toList(),
                view.version());
    }
}
