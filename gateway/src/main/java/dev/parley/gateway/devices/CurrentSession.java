package dev.parley.gateway.devices;

import dev.parley.platform.error.DomainException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the session a request was recognized by to handlers that are about it. */
@Configuration(proxyBeanMethods = false)
public class CurrentSession implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    /** Of the request: the session whose cookie proved who asks. */
    public static final String ATTRIBUTE = SignInSession.class.getName();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignInSession.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignInSession.class;
    }

    @Override
    public SignInSession resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof SignInSession session) {
            return session;
        }
        throw new DomainException.Forbidden("Only a person who is signed in can do this.");
    }
}
