package dev.parley.platform.web;

import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.Problems.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The problem document of a fault outside every handler: a filter's, the firewall's, the container's. */
@Hidden
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    @Access(anonymous = true)
    ResponseEntity<Problem> tell(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof AuthenticationServiceException) {
            return Problems.of(new DomainException.Unavailable("The token cannot be checked at the moment."), request);
        }
        int code = Objects.requireNonNullElse(
                (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), HttpStatus.NOT_FOUND.value());
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
        return Problems.of(status, request);
    }
}
