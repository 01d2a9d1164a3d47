package dev.parley.gateway.routes;

import static org.springframework.cloud.gateway.server.mvc.common.MvcUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** From paths to services. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> services(RouteProperties properties, Upstreams upstreams) {
        RouterFunctions.Builder all = RouterFunctions.route();
        properties
                .services()
                .forEach((name, service) -> all.add(route(name)
                        .route(under(service.paths()), http())
                        .before(request -> to(upstreams.get(name), request))
                        .build()));
        return all.build();
    }

    private static RequestPredicate under(List<String> paths) {
        return paths.stream()
                .map(path -> path(path).or(path(path + "/**")))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static ServerRequest to(Upstream upstream, ServerRequest request) {
        request.attributes().put(Upstream.ATTRIBUTE, upstream);
        request.attributes().put(GATEWAY_REQUEST_URL_ATTR, upstream.inTurn().getFirst());
        return request;
    }
}
