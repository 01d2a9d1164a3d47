package dev.parley.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** A service believes internal tokens and nothing else; only whether it lives and its own description are open. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("parley.token.jwks-uri")
@EnableConfigurationProperties(TokenProperties.class)
public class SecurityConfiguration {

    private static final String[] OPEN = {"/v3/api-docs", "/error"};
    private static final String[] INSIDE = {"/actuator/health/**", "/actuator/prometheus"};

    private static final int PATIENCE = 2_000;

    @Bean
    JwtDecoder internalTokenDecoder(TokenProperties properties) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(properties.jwksUri()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        Predicate<List<String>> forUs = audience -> audience != null && audience.contains(properties.audience());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(properties.issuer()),
                new JwtClaimValidator<>("aud", forUs),
                new JwtClaimValidator<>("exp", Objects::nonNull)));
        return decoder;
    }

    // a new gateway's key is fetched with its first token; with all gateways away, the known keys stay good for a while
    private static JWKSource<SecurityContext> keys(URI address) {
        try {
            return JWKSourceBuilder.create(address.toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE))
                    .rateLimited(Duration.ofSeconds(1).toMillis())
                    .outageTolerant(Duration.ofHours(1).toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("parley.token.jwks-uri must be an HTTP address", e);
        }
    }

    @Bean
    SecurityFilterChain serviceSecurity(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(FromInside.PROBES)
                        .permitAll()
                        .requestMatchers(INSIDE)
                        .access(FromInside.of(http))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new InternalTokenConverter())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
