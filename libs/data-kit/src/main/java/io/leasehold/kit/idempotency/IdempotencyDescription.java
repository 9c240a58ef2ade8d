package io.leasehold.kit.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Names the header in the description of every {@link Idempotent} method, when a service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class IdempotencyDescription implements OASFilter {
    private final List<String> paths;

    /** @param index every class of the service and of our libraries */
    public IdempotencyDescription(IndexView index) {
        this.paths = index.getAnnotations(Idempotent.class).stream()
                .map(annotation -> pathOf(annotation.target().asMethod()))
                .toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (String path : paths) {
            PathItem item = api.getPaths().getPathItem(path);
            if (item != null && item.getPOST() != null && !isDescribed(item.getPOST())) {
                item.getPOST().addParameter(header());
            }
        }
    }

    /** Filters may be run more than once. */
    private static boolean isDescribed(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream().anyMatch(parameter -> IdempotencyFilter.HEADER.equals(parameter.getName()));
    }

    private static Parameter header() {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(IdempotencyFilter.HEADER)
                .description(
                        "Makes a retry safe: the same key with the same body has its effect once, within 24 hours.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(IdempotencyFilter.MAX_LENGTH)
                        .addExample("7f1c3a52-9b0e-4a53-8a55-0d0f2f4f8f6e"));
    }

    private static String pathOf(MethodInfo method) {
        return Stream.of(method.declaringClass().declaredAnnotation(Path.class), method.declaredAnnotation(Path.class))
                .flatMap(IdempotencyDescription::steps)
                .collect(Collectors.joining("/", "/", ""));
    }

    private static Stream<String> steps(@Nullable AnnotationInstance path) {
        return path == null
                ? Stream.of()
                : Arrays.stream(path.value().asString().split("/", -1)).filter(step -> !step.isEmpty());
    }
}
