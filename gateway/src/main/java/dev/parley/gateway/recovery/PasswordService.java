package dev.parley.gateway.recovery;

import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Guesses;
import dev.parley.gateway.devices.SignInSessions;
import dev.parley.gateway.mail.Mail;
import dev.parley.gateway.mail.Mail.Letter;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Sets other passwords. Afterwards nobody is signed in, no link is out, and the person is told. */
@Service
class PasswordService {

    private final Accounts accounts;
    private final PasswordResets resets;
    private final SignInSessions sessions;
    private final Guesses guesses;
    private final Mail mail;

    PasswordService(Accounts accounts, PasswordResets resets, SignInSessions sessions, Guesses guesses, Mail mail) {
        this.accounts = accounts;
        this.resets = resets;
        this.sessions = sessions;
        this.guesses = guesses;
        this.mail = mail;
    }

    void change(CommandContext context, AccountId id, String password) {
        accounts.changePassword(context, id, password);
        changed(id);
    }

    /** Sends a link to the address, if it is somebody's; whoever asks learns nothing. */
    void request(String email) {
        mail.later(() -> accounts.findByEmail(email).ifPresent(account -> {
            guesses.count("reset/" + email.strip().toLowerCase(Locale.ROOT));
            mail.send(letter(account));
        }));
    }

    void complete(Origin origin, String token, String password) {
        AccountId id = resets.find(token);
        accounts.changePassword(origin, id, password, () -> resets.use(token));
        changed(id);
    }

    private void changed(AccountId id) {
        resets.forget(id);
        sessions.revokeAll(id);
        mail.later(() -> accounts.find(id)
                .map(account -> new Letter(
                        accounts.emailOf(account),
                        "Your Parley password was changed",
                        "Your password was changed. If it was not you, reset it now and tell your administrator."))
                .ifPresent(mail::send));
    }

    private Letter letter(Aggregate<Account> account) {
        String link =
                mail.link("/reset", resets.open(new AccountId(account.id())).value());
        return new Letter(
                accounts.emailOf(account),
                "Reset your Parley password",
                "Somebody asked for another password for your Parley account. To set one, open this link within "
                        + PasswordResets.LIFETIME.toMinutes() + " minutes:\n\n" + link
                        + "\n\nIf it was not you, there is nothing to do.");
    }
}
