package io.leasehold.key.audit;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The audit log of a workspace. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
@RunOnVirtualThread
@Allow(Role.ADMIN)
class AuditResource {
    private final AuditService audit;
    private final ExportAuditService exporting;
    private final VerifyAuditService verifying;
    private final CurrentCaller caller;

    AuditResource(
            AuditService audit, ExportAuditService exporting, VerifyAuditService verifying, CurrentCaller caller) {
        this.audit = audit;
        this.exporting = exporting;
        this.verifying = verifying;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What was done in the workspace, newest first")
    public Page<AuditAnswer> list(
            @BeanParam AuditQuery query, @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return audit.list(caller.get(), query.filter(), PageRequest.of(limit, cursor))
                .map(AuditAnswer::of);
    }

    @GET
    @Path("/export")
    @Cache(noStore = true)
    @Operation(
            summary = "What was done in the workspace, all of it, in the order of the chain",
            description = "Sent as it is read, however much it is. An export that ends without its last chunk is not"
                    + " whole. That it was exported is audited.")
    @APIResponse(
            responseCode = "200",
            description = "The entries, one a line",
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = String.class),
                        example = "{\"seq\":1,\"action\":\"key.add\",\"actor\":\"ada\"}"),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        example = "seq,at,actor,actor_id,action")
            })
    public RestResponse<StreamingOutput> export(
            @BeanParam AuditQuery query,
            @Parameter(description = "ndjson or csv; ndjson where left out", example = "csv") @RestQuery @Nullable
                    ExportFormat format) {
        AuditFilter filter = query.filter();
        ExportFormat wanted = format == null ? ExportFormat.NDJSON : format;
        Caller exporter = caller.get();
        exporting.record(exporter, wanted);
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> exporting.write(exporter, filter, wanted, out))
                .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.fileName() + "\"")
                .build();
    }

    @GET
    @Path("/verify")
    @Cache(noStore = true)
    @Operation(
            summary = "Whether the log is what was written",
            description =
                    "Computes every hash anew from the first entry on, and compares the chain with its ends that"
                            + " were kept outside of the database. Names the first entry that was changed, taken out or put in.")
    public AuditVerification verify() {
        return verifying.verify(caller.get());
    }
}
