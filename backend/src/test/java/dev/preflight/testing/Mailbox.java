package dev.preflight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody would have been mailed, as the outbox of a server at home shows it. */
public final class Mailbox {

    private static final Pattern LINK =
            Pattern.compile("(http\\S+)/([a-z-]+)#token=([A-Za-z0-9_-]{43})\\s");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Person reader;
    private final String address;

    private Mailbox(Person reader, String address) {
        this.reader = reader;
        this.address = address;
    }

    /** The mailbox of an address, as somebody at the server's machine sees it. */
    public static Mailbox of(String address, Person reader) {
        return new Mailbox(reader, address);
    }

    /** Waits for so many mails with this in their subject, and answers them, newest first. */
    public List<Letter> await(int count, String subject) {
        Instant end = Instant.now().plus(PATIENCE);
        List<Letter> letters = letters(subject);
        while (letters.size() < count && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            letters = letters(subject);
        }
        assertThat(letters).as(subject + " to " + address).hasSize(count);
        return letters;
    }

    /** Waits for the one mail with this in its subject. */
    public Letter await(String subject) {
        return await(1, subject).getFirst();
    }

    /** The mails with this in their subject that are there now, newest first. */
    public List<Letter> letters(String subject) {
        Person.Answer outbox = reader.get("/api/outbox");
        assertThat(outbox.status()).isEqualTo(200);
        return Json.objects(outbox.body(), "items").stream()
                .filter(item -> address.equals(item.get("to")))
                .map(Letter::of)
                .filter(letter -> letter.subject().contains(subject))
                .toList();
    }

    /** A mail. */
    public record Letter(String subject, String text) {

        static Letter of(Map<String, Object> item) {
            return new Letter(
                    String.valueOf(item.get("subject")), String.valueOf(item.get("text")));
        }

        /** The link's token. */
        public String token() {
            return link().group(3);
        }

        /** The link without its token. */
        public String page() {
            return link().group(1) + "/" + link().group(2);
        }

        private Matcher link() {
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).as(text).isTrue();
            return link;
        }
    }
}
