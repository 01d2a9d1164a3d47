package dev.parley.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.error.DomainException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses a query that cannot be decoded, before whoever asks for a parameter first stumbles over it. */
final class QueryFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    QueryFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDecodable(request.getQueryString())) {
            chain.doFilter(request, response);
            return;
        }
        var fault = new DomainException.Invalid("", "expected a query in percent-encoded UTF-8");
        problems.resolveException(request, response, null, fault);
    }

    private static boolean isDecodable(@Nullable String query) {
        try {
            // one character per byte, so that the bytes themselves can be looked at
            byte[] bytes = query == null
                    ? new byte[0]
                    : StringUtils.uriDecode(query, ISO_8859_1).getBytes(ISO_8859_1);
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
    }
}
