package dev.parley.launcher;

import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.DemoAccounts;
import dev.parley.launcher.play.Setup.Account;
import dev.parley.launcher.process.LaunchException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the installation and its operator: the environment's, or on this machine the one kept with the data. */
final class OperatorSignIn {
    private static final String EMAIL = "PARLEY_OPERATOR_EMAIL";
    private static final String PASSWORD = "PARLEY_OPERATOR_PASSWORD";

    private final Settings settings;

    OperatorSignIn(Settings settings) {
        this.settings = settings;
    }

    /** Where to, if there is such a place. */
    Optional<URI> address(@Nullable URI given) {
        return given != null
                ? Optional.of(given)
                : PlatformState.read(settings.data())
                        .map(state -> URI.create(state.addresses().gateway()));
    }

    ParleyClient at(URI address, boolean local) {
        Account operator = operator(local);
        try {
            return ParleyClient.anonymous(address).signedIn(operator.email(), operator.password());
        } catch (ApiException e) {
            throw new LaunchException(
                    e.status() == 401
                            ? "%s does not sign in at %s: set %s and %s."
                                    .formatted(operator.email(), address, EMAIL, PASSWORD)
                            : "The sign-in at %s failed: %s.".formatted(address, e.getMessage()),
                    e);
        }
    }

    private Account operator(boolean local) {
        var email = settings.environment().getOrDefault(EMAIL, "");
        var password = settings.environment().getOrDefault(PASSWORD, "");
        if (!email.isBlank() && !password.isBlank()) {
            return new Account(email, "", password);
        }
        if (local && Files.exists(settings.data().demo())) {
            return new DemoAccounts(settings.data().demo()).operator();
        }
        throw new LaunchException("Dead letters are for the OPERATOR: set %s and %s.".formatted(EMAIL, PASSWORD));
    }
}
