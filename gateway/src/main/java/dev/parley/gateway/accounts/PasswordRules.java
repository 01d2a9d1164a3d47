package dev.parley.gateway.accounts;

import dev.parley.platform.error.DomainException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which passwords are too easy to guess: those of a list of 55,863 common ones, alone, repeated, written with digits for
 * letters, or with digits and signs around them; and what everybody knows of the person. A password that is not on the
 * list is refused at one in 10,000 for each of these forms.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** What is left of a password made of almost nothing. */
    private static final int FEW = 4;

    private static final Pattern NO_LETTERS_AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final String DISGUISES = "013457@$!";
    private static final String LETTERS = "oleastasi";

    private final BloomFilter common;

    PasswordRules() {
        this.common = read();
    }

    /**
     * Lets a new password pass.
     *
     * @throws DomainException.Invalid when it is too short, too long or easy to guess
     */
    void check(String password, String email, String displayName) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new DomainException.Invalid("/password", "expected " + SHORTEST + " to " + LONGEST + " characters");
        }
        List<String> known = List.of(core(email.split("@", 2)[0]), core(displayName), core(email), "parley");
        if (forms(password.toLowerCase(Locale.ROOT))
                .anyMatch(form -> form.length() < FEW || known.contains(form) || common.mayContain(form))) {
            throw new DomainException.Invalid("/password", "expected one that is not among the first to be guessed");
        }
    }

    private static Stream<String> forms(String password) {
        String once = once(password);
        String plain = undisguised(once);
        return Stream.of(password, once, core(once), plain, core(plain), once(core(once)))
                .distinct();
    }

    /** A text that is some shorter one again and again, shortened to that. */
    private static String once(String text) {
        int period = (text + text).indexOf(text, 1);
        return period > 0 ? text.substring(0, period) : text;
    }

    /** Without the digits and signs around it; itself where there is nothing else. */
    private static String core(String text) {
        String core = NO_LETTERS_AROUND.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return core.isEmpty() ? text : core;
    }

    private static String undisguised(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int sign = DISGUISES.indexOf(plain.charAt(i));
            if (sign >= 0) {
                plain.setCharAt(i, LETTERS.charAt(sign));
            }
        }
        return plain.toString();
    }

    private static BloomFilter read() {
        try (var file = new DataInputStream(new BufferedInputStream(Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("common-passwords.bloom"), "common-passwords.bloom")))) {
            return BloomFilter.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords cannot be read", e);
        }
    }
}
