package io.leasehold.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.json.WireNames;
import io.leasehold.kit.problem.InvalidRequestProblem.FieldError;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that can leave a resource becomes a problem here, and nowhere else. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String OBJECT_NEEDED =
            "The request needs a JSON object as its body, with Content-Type: application/json.";

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    Response problem(Problem problem, UriInfo uri) {
        if (problem.type().status() >= 500) {
            LOG.warnf(
                    problem.getCause(),
                    "request failed type=%s detail=%s",
                    problem.type().slug(),
                    problem.detail());
        }
        return ProblemResponses.of(problem, uri);
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    Response invalid(ConstraintViolationException failure, UriInfo uri, ResourceInfo resource) {
        if (failure.getConstraintViolations().stream()
                .anyMatch(violation -> isMissingBody(violation, resource.getResourceMethod()))) {
            return ProblemResponses.of(new InvalidRequestProblem(OBJECT_NEEDED), uri);
        }
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(fieldOf(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
        String detail = errors.stream()
                .map(error -> error.field() + ": " + error.detail())
                .collect(Collectors.joining("; "));
        return ProblemResponses.of(new InvalidRequestProblem(ProblemType.INVALID_REQUEST, detail, errors), uri);
    }

    private static boolean isMissingBody(ConstraintViolation<?> violation, Method method) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return violation.getInvalidValue() == null
                && last != null
                && last.getKind() == ElementKind.PARAMETER
                && isBody(
                        method.getParameters()[last.as(Path.ParameterNode.class).getParameterIndex()]);
    }

    /** Nothing says that it comes from anywhere else. */
    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(annotation -> annotation.annotationType().getPackageName())
                .noneMatch(from -> from.startsWith("jakarta.ws.rs") || from.startsWith("org.jboss.resteasy.reactive"));
    }

    /** {@code add.request.spendLimit} is {@code spend_limit} to whoever wrote the body. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        String[] steps = path.split("\\.", 3);
        String field = steps.length == 3 ? steps[2] : steps[steps.length - 1];
        return field.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    Response unreadable(JacksonException failure, UriInfo uri) {
        return ProblemResponses.of(unreadableProblem(failure), uri);
    }

    private static Problem unreadableProblem(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                new InvalidRequestProblem(
                        ProblemType.UNKNOWN_FIELD,
                        "There is no field '" + unknown.getPropertyName() + "'. Known fields: "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".",
                        List.of());
            case InvalidFormatException format ->
                new InvalidRequestProblem(pathOf(format), "is not a valid " + kindOf(format.getTargetType()) + ".");
            case StreamConstraintsException tooDeep ->
                new InvalidRequestProblem("The body is nested too deeply or has a value that is too long.");
            case JsonMappingException mapping when mapping.getCause() instanceof Problem problem -> problem;
            case JsonMappingException mapping
            when !pathOf(mapping).isEmpty() ->
                new InvalidRequestProblem(pathOf(mapping), "is missing or has the wrong type.");
            case MismatchedInputException notAnObject -> new InvalidRequestProblem(OBJECT_NEEDED);
            default -> new InvalidRequestProblem("The body is not valid JSON.");
        };
    }

    private static String pathOf(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String kindOf(Class<?> type) {
        if (type.isEnum()) {
            return "value; use one of " + String.join(", ", WireNames.of(type));
        }
        return switch (type.getSimpleName()) {
            case "BigDecimal" -> "amount; write it as a decimal string such as \"1.50\"";
            case "Instant" -> "time; write it as 2026-11-20T10:00:00Z";
            case "Duration" -> "duration; write it as PT24H";
            case "UUID" -> "id";
            default -> "value";
        };
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    Response web(WebApplicationException failure, UriInfo uri, ResourceInfo resource) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException unreadable) {
                return unreadable(unreadable, uri);
            }
            if (cause instanceof Problem problem) {
                return problem(problem, uri);
            }
        }
        int status = failure.getResponse().getStatus();
        if (status == 404 || status == 400) {
            Optional<InvalidRequestProblem> unreadable = UnreadableParameter.find(resource.getResourceMethod(), uri);
            if (unreadable.isPresent()) {
                return ProblemResponses.of(unreadable.get(), uri);
            }
        }
        return byStatus(failure, status, uri);
    }

    private static Response byStatus(WebApplicationException failure, int status, UriInfo uri) {
        return switch (status) {
            case 400 ->
                ProblemResponses.of(
                        ProblemType.INVALID_REQUEST,
                        "Invalid request",
                        "The request can't be read. Check its body and parameters.",
                        uri);
            case 401 -> unauthenticated(uri);
            case 403 ->
                ProblemResponses.of(
                        ProblemType.FORBIDDEN, "Forbidden", "Your role does not allow this. Ask an admin.", uri);
            case 404 ->
                ProblemResponses.of(
                        ProblemType.NOT_FOUND, "Not found", "There is nothing at this address. Check the path.", uri);
            case 405 ->
                ProblemResponses.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "Method not allowed",
                        "This address does not take that method. See the OpenAPI document.",
                        uri);
            case 406 ->
                ProblemResponses.of(
                        ProblemType.NOT_ACCEPTABLE, "Not acceptable", "Only application/json is offered here.", uri);
            case 413 ->
                ProblemResponses.of(
                        ProblemType.BODY_TOO_LARGE, "Body too large", "The body is larger than allowed here.", uri);
            case 415 ->
                ProblemResponses.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", OBJECT_NEEDED, uri);
            default -> status < 500 ? failure.getResponse() : unexpectedly(failure, uri);
        };
    }

    private static Response unauthenticated(UriInfo uri) {
        return Response.fromResponse(ProblemResponses.of(
                        ProblemType.UNAUTHENTICATED,
                        "Unauthenticated",
                        "A valid bearer token is needed. Sign in again, or ask the identity provider for a new token.",
                        uri))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper({
        io.quarkus.security.UnauthorizedException.class,
        io.quarkus.security.AuthenticationFailedException.class
    })
    @Priority(Priorities.USER - 1)
    Response unauthenticated(SecurityException failure, UriInfo uri) {
        return unauthenticated(uri);
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    Response forbidden(io.quarkus.security.ForbiddenException failure, UriInfo uri) {
        return ProblemResponses.of(
                ProblemType.FORBIDDEN, "Forbidden", "Your role does not allow this. Ask an admin.", uri);
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    Response unexpected(Throwable failure, UriInfo uri) {
        return unexpectedly(failure, uri);
    }

    private static Response unexpectedly(Throwable failure, UriInfo uri) {
        LOG.errorf(failure, "request failed unexpectedly path=%s", uri.getPath());
        return ProblemResponses.of(
                ProblemType.INTERNAL,
                "Internal error",
                "Something went wrong on our side. Try again; if it stays, report the request id.",
                uri);
    }
}
