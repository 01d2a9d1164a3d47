package dev.parley.gateway.devices;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.platform.aggregate.DerivedIds;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Recognizes a browser in which a person signed in before, by a cookie that outlives the sign-in and lets nobody in.
 * What strangers do wrong under that person's address is not counted against it.
 */
@Component
public class KnownBrowsers {

    private static final BrowserCookie COOKIE = new BrowserCookie("parley_known", "/api/v1/sign-in", "Strict");
    private static final Duration AGE = Duration.ofDays(400);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DerivedIds ids;

    KnownBrowsers(DerivedIds ids) {
        this.ids = ids;
    }

    /** Whose guesses are counted together: those of this browser, if it is known, else those of the address. */
    public String place(String email, HttpServletRequest request) {
        String person = email.strip().toLowerCase(Locale.ROOT);
        return COOKIE.of(request)
                .flatMap(value -> known(person, value))
                .map(number -> "browser/" + person + "/" + number)
                .orElseGet(() -> "address/" + person + "/" + request.getRemoteAddr());
    }

    /** Makes the browser known as one of this person's. */
    public ResponseCookie remember(String email, HttpServletRequest request) {
        String person = email.strip().toLowerCase(Locale.ROOT);
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String number = HexFormat.of().formatHex(bytes);
        return COOKIE.carrying(number + "." + seal(person, number), AGE, request);
    }

    private Optional<String> known(String person, String value) {
        String[] parts = value.split("\\.", 2);
        boolean ours = parts.length == 2
                && MessageDigest.isEqual(seal(person, parts[0]).getBytes(US_ASCII), parts[1].getBytes(US_ASCII));
        return ours ? Optional.of(parts[0]) : Optional.empty();
    }

    private String seal(String person, String number) {
        return ids.of("known-browser/" + number + "/" + person);
    }
}
