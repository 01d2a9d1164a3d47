package dev.parley.platform.trial;

import dev.parley.contracts.Role;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes that are wrong on purpose, and one that takes files. */
@RestController
@RequestMapping("/api/v1")
class OddController {

    @GetMapping("/forgotten")
    String withoutAccess() {
        return "nobody may read this";
    }

    @GetMapping("/broken")
    @Access(roles = Role.RECRUITER)
    String broken() {
        throw new IllegalStateException("the secret inside");
    }

    @GetMapping("/me")
    @Access(roles = Role.RECRUITER)
    Map<String, String> me(Caller caller) {
        return Map.of("actor", caller.actor(), "address", caller.clientAddress());
    }

    @PostMapping("/files")
    @Access(roles = Role.RECRUITER)
    Map<String, Integer> file(@RequestBody byte[] content) {
        return Map.of("bytes", content.length);
    }
}
