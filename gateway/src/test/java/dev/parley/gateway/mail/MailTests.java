package dev.parley.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailTests {

    private static final URI PUBLIC = URI.create("https://parley.test/");

    @Test
    void aServerAloneIsNotEnoughToSendALetterWithALink() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailProperties("smtp.test", null, PUBLIC, false))
                .withMessageContaining("PARLEY_MAIL_FROM");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailProperties("smtp.test", "a@b.test", URI.create(""), false));
        assertThat(new MailProperties("smtp.test", "a@b.test", PUBLIC, false).leaves())
                .isTrue();
        assertThat(new MailProperties("", "", URI.create(""), false).leaves()).isFalse();
    }

    /** As deployments hand on what nobody set. */
    @Test
    void emptySettingsAreNone() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues("parley.mail.host=", "parley.mail.from=", "parley.mail.public-uri=")
                .run(context -> assertThat(context.getBean(MailProperties.class).leaves())
                        .isFalse());
    }

    @EnableConfigurationProperties(MailProperties.class)
    static class Settings {}

    @Test
    void aLinkKeepsItsSecretBehindTheSign() {
        assertThat(mail(PUBLIC).link("/reset", "secret")).isEqualTo("https://parley.test/reset#secret");
        assertThat(mail(null).link("/reset", "secret")).isEqualTo("/reset#secret");
    }

    @Test
    void aLetterThatCannotLeaveIsNotSent() {
        assertThat(mail(PUBLIC).send(new Mail.Letter("a@b.test", "s", "t"))).isFalse();
        assertThat(new Mail.Letter("a@b.test", "s", "t").toString()).isEqualTo("Letter");
    }

    private static Mail mail(@Nullable URI uri) {
        return new Mail(new JavaMailSenderImpl(), new MailProperties(null, null, uri, false));
    }
}
