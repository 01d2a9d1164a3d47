package dev.parley.gateway.devices;

import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller is signed in. Ending a session twice is ending it once, so no idempotency key is asked for. */
@RestController
@RequestMapping("/api/v1/me/devices")
class DeviceController {

    private final SignInSessions sessions;

    DeviceController(SignInSessions sessions) {
        this.sessions = sessions;
    }

    record Devices(List<View> items) {}

    /** One signed-in browser; the address is the one it signed in from. */
    record View(
            String id,
            String userAgent,
            String clientAddress,
            Instant signedInAt,
            Instant seenAt,
            boolean secondFactor,
            boolean current) {

        static View of(SignInSession one, SignInSession current) {
            return new View(
                    one.deviceId(),
                    one.device() == null ? UserAgent.OTHER : one.device().userAgent(),
                    one.clientAddress(),
                    one.createdAt(),
                    one.seenAt(),
                    one.hasSecondFactor(),
                    one.id().equals(current.id()));
        }
    }

    @GetMapping
    @Access(person = true)
    Devices list(SignInSession current) {
        return new Devices(sessions.of(current.account()).stream()
                .map(one -> View.of(one, current))
                .toList());
    }

    @DeleteMapping("/{id}")
    @Access(person = true)
    ResponseEntity<Void> end(SignInSession current, @PathVariable String id) {
        SignInSession named = sessions.of(current.account()).stream()
                .filter(one -> one.deviceId().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("device", id));
        sessions.revoke(named);
        return ResponseEntity.noContent().build();
    }

    /** This browser's session ends with the others. */
    @DeleteMapping
    @Access(person = true)
    ResponseEntity<Void> endAll(SignInSession current, HttpServletRequest request) {
        sessions.revokeAll(current.account());
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.removed(request).toString())
                .build();
    }
}
