package io.leasehold.collector.ingest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Calls that a node made. */
@Schema(name = "UsageReports")
record ReportsRequest(
        @NotEmpty @Schema(description = "At most 500 at once, unless the operator says otherwise")
        List<@NotNull @Valid ReportedCallRequest> reports) {

    ReportsRequest {
        reports = reports == null ? List.of() : Collections.unmodifiableList(reports);
    }

    List<Call> calls() {
        return reports.stream().map(ReportedCallRequest::call).toList();
    }
}
