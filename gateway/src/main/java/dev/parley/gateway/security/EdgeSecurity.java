package dev.parley.gateway.security;

import dev.parley.gateway.limits.LimitFilter;
import dev.parley.gateway.limits.Limits;
import dev.parley.platform.security.FromInside;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The door: who is it, how much may they ask, may they come in. What each of the gateway's own routes demands stands at
 * the route; what those of the services demand, the services check.
 */
@Configuration(proxyBeanMethods = false)
class EdgeSecurity {

    @Bean
    SecurityFilterChain edge(
            HttpSecurity http,
            Credentials credentials,
            Limits limits,
            AuthenticationEntryPoint entryPoint,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        return http.addFilterBefore(
                        new AuthenticationFilter(credentials, problems, withoutCaller()), AuthorizationFilter.class)
                .addFilterBefore(new LimitFilter(limits, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(withoutCaller())
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/setup")
                        .permitAll()
                        .requestMatchers("/api/v1/sign-out", Limits.ACCEPTANCE)
                        .permitAll()
                        .requestMatchers(FromInside.PROBES)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(FromInside.of(http))
                        .requestMatchers("/internal/**")
                        .access(new OnlyServices())
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .headers(BrowserHeaders::configure)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(entryPoint)
                        .accessDeniedHandler((request, response, _) ->
                                problems.resolveException(request, response, null, Refusals.closed())))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Where credentials are given in the body, those of an earlier sign-in do not matter. */
    private static RequestMatcher withoutCaller() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Limits.SIGN_IN.stream()
                .<RequestMatcher>map(path -> paths.matcher(HttpMethod.POST, path))
                .toList());
    }
}
