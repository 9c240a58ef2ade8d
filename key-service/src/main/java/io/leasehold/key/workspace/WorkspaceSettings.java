package io.leasehold.key.workspace;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.KeyChoicePolicy;
import io.leasehold.contracts.event.WorkspaceView;
import java.util.List;

/** What can be changed of a workspace. */
record WorkspaceSettings(
        String name,
        Capture capture,
        boolean failOpen,
        Enrolment enrolment,
        KeyChoicePolicy keyChoice,
        boolean leasesExpire,
        List<WorkspaceView.Redaction> redaction) {
    static WorkspaceSettings of(WorkspaceView workspace) {
        return new WorkspaceSettings(
                workspace.name(),
                workspace.capture(),
                workspace.failOpen(),
                workspace.enrolmentPolicy(),
                workspace.keyChoicePolicy(),
                workspace.leasesEnd(),
                workspace.redaction());
    }

    /** With what is asked for; what is left out stays. */
    WorkspaceSettings with(UpdateWorkspaceRequest request) {
        return new WorkspaceSettings(
                request.name() == null ? name : request.name(),
                request.capture() == null ? capture : request.capture(),
                request.failOpen() == null ? failOpen : request.failOpen(),
                request.enrolment() == null ? enrolment : request.enrolment(),
                request.keyChoice() == null ? keyChoice : request.keyChoice(),
                request.leasesExpire() == null ? leasesExpire : request.leasesExpire(),
                request.redaction() == null ? redaction : RedactionRules.checked(request.redaction()));
    }
}
