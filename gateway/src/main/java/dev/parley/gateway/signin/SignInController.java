package dev.parley.gateway.signin;

import dev.parley.gateway.devices.SessionCookie;
import dev.parley.gateway.devices.SignInProperties;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.platform.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1")
class SignInController {

    private final SignInService service;
    private final SignInSessions sessions;
    private final Profiles profiles;
    private final SignInProperties properties;

    SignInController(SignInService service, SignInSessions sessions, Profiles profiles, SignInProperties properties) {
        this.service = service;
        this.sessions = sessions;
        this.profiles = profiles;
        this.properties = properties;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    @PostMapping("/sign-in")
    @Access(anonymous = true)
    ResponseEntity<Profile> signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        var signedIn = service.signIn(credentials.email(), credentials.password(), request);
        var cookie = SessionCookie.carrying(signedIn.token(), properties.absolute(), request);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .body(profiles.of(signedIn.account(), null));
    }

    @PostMapping("/sign-out")
    @Access(anonymous = true)
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SessionCookie.of(request).ifPresent(sessions::revoke);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.removed(request).toString())
                .build();
    }
}
