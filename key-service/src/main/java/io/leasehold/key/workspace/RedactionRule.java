package io.leasehold.key.workspace;

import io.leasehold.contracts.event.WorkspaceView;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is taken out of captured bodies before anybody is told of them. */
@Schema(name = "RedactionRule")
record RedactionRule(
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be 1 to 40 lower-case letters, digits and hyphens")
        @Schema(description = "What stands in its place: [redacted:employee]", examples = "employee")
        String name,

        @NotNull
        @Size(min = 1, max = 500)
        @Schema(
                description =
                        "A regular expression in the syntax of RE2, for texts as they are said rather than for JSON",
                examples = "E-[0-9]{6}")
        String pattern) {

    static RedactionRule of(WorkspaceView.Redaction view) {
        return new RedactionRule(view.name(), view.pattern());
    }

    WorkspaceView.Redaction view() {
        return new WorkspaceView.Redaction(name, pattern);
    }
}
