package io.leasehold.distribution.enrolment;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The one door that is open to those who have no identity yet: the token in the body is what opens it. */
@Path("/api/v1/nodes/enrol")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
@PermitAll
@RunOnVirtualThread
class EnrolResource {
    private final EnrolmentService enrolment;

    EnrolResource(EnrolmentService enrolment) {
        this.enrolment = enrolment;
    }

    @POST
    @Operation(
            summary = "Come in with an enrolment token, which is used up",
            description = "The answer shows the node's credential once; from then on that is its bearer token.")
    @APIResponseSchema(value = EnrolledAnswer.class, responseCode = "201", responseDescription = "The node is in")
    public RestResponse<EnrolledAnswer> enrol(@NotNull @Valid EnrolRequest request) {
        EnrolmentService.Enrolled enrolled = enrolment
                .enrol(request.token(), request.name(), request.labels() == null ? Map.of() : request.labels())
                .orElseThrow(UnusableTokenProblem::new);
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new EnrolledAnswer(
                                enrolled.node().nodeId(),
                                enrolled.node().name(),
                                enrolled.credential().text()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static final class UnusableTokenProblem extends Problem {
        private static final long serialVersionUID = 1;

        UnusableTokenProblem() {
            super(
                    ProblemType.UNAUTHENTICATED,
                    "This enrolment token is unknown, used already or too old. Ask an admin for another one.");
        }
    }
}
