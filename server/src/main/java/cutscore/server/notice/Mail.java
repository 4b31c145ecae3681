package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.server.access.Contact;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail by SMTP, plain text in both languages, with one-click stop (RFC 8058). */
@Component
final class Mail implements Way {
    private static final Words REFUSED_ADDRESS =
            new Words("对方邮件服务器不收这个地址", "the mail server refuses this address");
    private static final Words NO_ANSWER =
            new Words("邮件服务器没有回答", "the mail server does not answer");
    private static final Words NOT_LET_IN =
            new Words("邮件服务器不接受我们的账号", "the mail server does not accept our account");

    private final ObjectProvider<JavaMailSender> sender;
    private final NoticeSettings settings;

    Mail(ObjectProvider<JavaMailSender> sender, NoticeSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public Contact.Channel channel() {
        return Contact.Channel.EMAIL;
    }

    @Override
    public boolean isReady() {
        return sender.getIfAvailable() != null;
    }

    @Override
    public Outcome send(Letter letter, String key) {
        var mailer = sender.getObject();
        try {
            mailer.send(written(mailer.createMimeMessage(), letter));
            return new Outcome.Taken();
        } catch (MailAuthenticationException refused) {
            return new Outcome.Later(NOT_LET_IN);
        } catch (MailSendException failed) {
            return isRefused(failed)
                    ? new Outcome.Never(REFUSED_ADDRESS)
                    : new Outcome.Later(NO_ANSWER);
        } catch (MailException | MessagingException failed) {
            return new Outcome.Later(NO_ANSWER);
        }
    }

    /** What the server says names the address, so only the kind of refusal is kept. */
    private static boolean isRefused(MailSendException failed) {
        return failed.getFailedMessages().values().stream()
                .anyMatch(
                        why ->
                                why instanceof SendFailedException refused
                                        && refused.getInvalidAddresses() != null
                                        && refused.getInvalidAddresses().length > 0);
    }

    private MimeMessage written(MimeMessage mail, Letter letter) throws MessagingException {
        var helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.to().address());
        var title = letter.text().title();
        helper.setSubject("【划线】" + title.zh() + " / " + title.en());
        helper.setText(body(letter), false);
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.stop().isEmpty()) {
            mail.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    private String body(Letter letter) {
        var text = letter.text();
        String where = settings.address() + text.path();
        var out = new StringBuilder();
        if (!letter.code().isEmpty()) {
            out.append(letter.code()).append("\n\n");
        }
        out.append(text.body().zh()).append('\n').append(where).append("\n\n");
        out.append(text.body().en()).append('\n').append(where).append('\n');
        if (!letter.stop().isEmpty()) {
            out.append("\n--\n不想再收到这些通知，点一下就停 / Stop these messages: ");
            out.append(letter.stop()).append('\n');
        }
        return out.toString();
    }
}
