package dev.parley.platform.web;

import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Describes what handlers get from {@link CommandContextResolver} as callers send it. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConventions {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandContext.class, Caller.class, PageRequest.class);
    }

    @Bean
    OperationCustomizer headersOfCommandsAndPagesOfLists() {
        return (operation, handler) -> {
            if (takes(handler, CommandContext.class)) {
                operation.addParametersItem(header("Idempotency-Key", "The same key and body give the same outcome")
                        .required(true));
                operation.addParametersItem(header("If-Match", "ETag of the version the command is meant for"));
            }
            if (takes(handler, PageRequest.class)) {
                describePages(operation);
            }
            return operation;
        };
    }

    private static void describePages(Operation operation) {
        Schema<?> limit = new IntegerSchema()
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(PageRequest.LARGEST))
                ._default(20);
        operation.addParametersItem(query("limit", "Items on the page").schema(limit));
        operation.addParametersItem(query("cursor", "The page before's next").schema(new StringSchema()));
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(new StringSchema());
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).description(description);
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }
}
