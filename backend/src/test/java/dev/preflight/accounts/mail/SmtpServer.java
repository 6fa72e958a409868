package dev.preflight.accounts.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A mail server that takes what it is told to take, and keeps it (RFC 5321, AUTH PLAIN). */
final class SmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Queue<String> answersToRecipients = new ConcurrentLinkedQueue<>();
    private final Semaphore refusals = new Semaphore(0);
    private final Queue<String> attempts = new ConcurrentLinkedQueue<>();
    private final Queue<String> recipientLines = new ConcurrentLinkedQueue<>();

    /** A mail as it was handed over, each byte of the message as one character. */
    record Received(String credentials, String recipient, String message) {}

    SmtpServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Has the next recipients refused with these answers, before others are accepted. */
    void refuse(String... answers) {
        answersToRecipients.addAll(List.of(answers));
    }

    /** Waits for the next mail. */
    Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no mail came");
        }
        return next;
    }

    /** Waits until so many recipients were refused that no test has waited for yet. */
    void awaitRefusals(int count) throws InterruptedException {
        if (!refusals.tryAcquire(count, 20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody was refused");
        }
    }

    /** How often somebody tried to reach an address. */
    long attemptsAt(String recipient) {
        return attempts.stream().filter(recipient::equals).count();
    }

    /** What named the recipients so far, each byte as one character. */
    List<String> recipientLines() {
        return List.copyOf(recipientLines);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 test");
            String credentials = "";
            String recipient = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String verb = line.split("[ :]", 2)[0];
                switch (verb) {
                    case "EHLO" -> say(out, "250-test\r\n250 AUTH PLAIN");
                    case "AUTH" -> {
                        byte[] plain = Base64.getDecoder().decode(line.split(" ", 3)[2]);
                        String[] parts = new String(plain, StandardCharsets.UTF_8).split("\0", 3);
                        credentials = parts[1] + " " + parts[2];
                        say(out, "235 welcome");
                    }
                    case "RCPT" -> {
                        recipientLines.add(line);
                        recipient = line.replaceFirst(".*<(.*)>.*", "$1");
                        attempts.add(recipient);
                        String refusal = answersToRecipients.poll();
                        say(out, refusal == null ? "250 ok" : refusal);
                        refusals.release(refusal == null ? 0 : 1);
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        received.add(new Received(credentials, recipient, message(lines)));
                        say(out, "250 ok");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The client hung up.
        }
    }

    private static String message(BufferedReader lines) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = lines.readLine();
                line != null && !line.equals(".");
                line = lines.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
