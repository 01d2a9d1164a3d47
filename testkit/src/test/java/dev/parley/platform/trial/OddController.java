package dev.parley.platform.trial;

import dev.parley.contracts.Role;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.PageRequest;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes that are wrong on purpose, one that takes files, and some that take parameters. */
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

    enum Colour {
        RED,
        GREEN
    }

    record Words(@Nullable String word, @Nullable LocalDate from) {}

    @GetMapping("/search")
    @Access(roles = Role.RECRUITER)
    Map<String, String> search(
            Caller caller,
            PageRequest page,
            Words words,
            @RequestParam(required = false) @Nullable Colour colour,
            @RequestParam(name = "size", required = false) @Nullable Integer many) {
        return Map.of("actor", caller.actor());
    }

    @GetMapping("/anything")
    @Access(roles = Role.RECRUITER)
    Map<String, Integer> anything(@RequestParam Map<String, String> all) {
        return Map.of("count", all.size());
    }
}
