package dev.parley.platform.web;

import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.web.method.HandlerMethod;

/** Describes in OpenAPI what handlers take through their conventions: keys, versions and pages, not our own types. */
final class ApiDescription implements OperationCustomizer {

    ApiDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, CommandContext.class, PageRequest.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (takes(handler, CommandContext.class)) {
            operation.addParametersItem(header("Idempotency-Key", true, "Repeating a key repeats the first answer"));
            operation.addParametersItem(header("If-Match", false, "The ETag last seen; life-cycle commands demand it"));
        }
        if (takes(handler, PageRequest.class)) {
            operation.addParametersItem(
                    query("limit", "1 to " + PageRequest.LARGEST).schema(new IntegerSchema()));
            operation.addParametersItem(
                    query("cursor", "next of the page before").schema(new StringSchema()));
        }
        return operation;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static Parameter header(String name, boolean required, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .description(description)
                .schema(new StringSchema());
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).description(description);
    }
}
