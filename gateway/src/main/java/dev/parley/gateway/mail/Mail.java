package dev.parley.gateway.mail;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends letters, while nobody waits: neither text nor time of an answer tells whether there was one to send. */
@Component
public class Mail {

    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

    private final JavaMailSender sender;
    private final MailProperties properties;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    Mail(JavaMailSender sender, MailProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    /** A letter of plain text. */
    public record Letter(String to, String subject, String text) {
        @Override
        public String toString() {
            return "Letter";
        }
    }

    /** Does the work that finds out what to send, and sends it, later. */
    public void later(Runnable work) {
        background.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("a letter was not written: {}", e.getClass().getSimpleName());
            }
        });
    }

    /** False when it could not be handed over; whoever waits for it has to ask again. */
    public boolean send(Letter letter) {
        if (!properties.leaves()) {
            if (properties.print()) {
                LOG.info("no mail server is set; the letter would have been: {}", letter.text());
            }
            return false;
        }
        var message = new SimpleMailMessage();
        message.setFrom(String.valueOf(properties.from()));
        message.setTo(letter.to());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        try {
            sender.send(message);
            return true;
        } catch (MailException e) {
            LOG.warn("a letter could not be sent: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** Whether letters leave this installation at all. */
    public boolean leaves() {
        return properties.leaves();
    }

    /** A page of the console; the secret stays behind the sign that browsers keep to themselves. */
    public String link(String page, String secret) {
        String base =
                properties.publicUri() == null ? "" : properties.publicUri().toString();
        return base.replaceFirst("/+$", "") + page + "#" + secret;
    }

    @PreDestroy
    void stop() {
        background.close();
    }
}
