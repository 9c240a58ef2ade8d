package io.leasehold.collector.ingest;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** OTLP over HTTP, where its exporters look for it. The protocol is OpenTelemetry's, and described there. */
@Path("/v1/traces")
@Consumes({ProtobufSpans.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RunOnVirtualThread
class TracesResource {
    private static final int SECONDS_TO_WAIT = 5;

    private final TracesService traces;
    private final CurrentCaller caller;

    TracesResource(TracesService traces, CurrentCaller caller) {
        this.traces = traces;
        this.caller = caller;
    }

    @POST
    @Allow(Role.NODE)
    @Operation(hidden = true)
    public Response export(byte[] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType) {
        SpanFormat format = SpanFormat.of(contentType);
        try {
            TracesService.Outcome outcome = traces.take(caller.get(), format.read(body));
            return outcome.again()
                    ? answer(
                                    format,
                                    Status.SERVICE_UNAVAILABLE,
                                    format.failure("Leases of these spans are not known yet; send them again."))
                            .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                            .build()
                    : answer(format, Status.OK, format.answer(outcome.rejected(), outcome.reasons()))
                            .build();
        } catch (UnreadableSpansException unreadable) {
            return answer(format, Status.BAD_REQUEST, format.failure(String.valueOf(unreadable.getMessage())))
                    .build();
        }
    }

    private static Response.ResponseBuilder answer(SpanFormat format, Status status, byte[] body) {
        return Response.status(status).type(format.mediaType()).entity(body);
    }
}
