package dev.preflight.lab.doctor;

import dev.preflight.lab.doctor.DoctorArguments.Reading;
import dev.preflight.lab.doctor.Judgement.Verdict;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The Doctor at a terminal, for continuous integration: {@code java -jar
 * backend/target/preflight.jar doctor URL --origin ORIGIN}. It needs no server.
 */
public final class DoctorCommand {

    /** How it is called: {@code EX_USAGE} of {@code sysexits.h}. */
    private static final int WRONG_USAGE = 64;

    static final String USAGE =
            """
            Says whether a browser lets a page read what a server answers, and which header is missing.

              java -jar backend/target/preflight.jar doctor URL --origin ORIGIN [options]

              URL                    the address that the page calls
              --origin ORIGIN        the page's origin, such as https://app.example.com
              --method METHOD        GET unless given
              --header 'NAME: VALUE' a header that the page sets; as often as needed
              --credentials MODE     include, same-origin (unless given) or omit
              --body TEXT            a body, as text
              --send                 really send a method other than GET and HEAD; it runs at the server
              --timeout SECONDS      for all of it, 10 unless given
              --json                 print one JSON object
              --help                 print this

            Cookies are not sent, and redirects not followed. What allows the page with credentials is sent
            once more, as if from an origin that is made up, which no server should allow.
            Ends with 0: allowed, 1: blocked or redirected, 2: not reached, 64: called wrongly.
            """;

    private DoctorCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments after {@code doctor}
     * @return the exit code: 0 allowed, 1 blocked or redirected, 2 not reached, 64 called wrongly
     */
    public static int run(List<String> arguments) {
        // Whatever the machine's locale is, what is printed has quotation marks.
        return run(arguments, stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return 0;
        }
        return switch (DoctorArguments.read(arguments)) {
            case Reading.Understood understood -> run(understood.arguments(), out);
            case Reading.Mistaken mistaken -> {
                err.println(DoctorText.printable(mistaken.sentence()));
                err.println();
                err.print(USAGE);
                yield WRONG_USAGE;
            }
        };
    }

    private static int run(DoctorArguments arguments, PrintStream out) {
        try {
            Examination examination =
                    Examination.of(
                            arguments.call(),
                            arguments.address(),
                            arguments.body(),
                            arguments.send(),
                            arguments.timeout());
            Judgement judgement = Judgement.of(arguments.call(), examination);
            if (arguments.json()) {
                out.println(DoctorJson.of(examination, judgement));
            } else {
                out.print(DoctorText.of(arguments.call(), examination, judgement));
            }
            return exitCode(judgement.verdict());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> 0;
            case BLOCKED, REDIRECTED -> 1;
            case UNREACHABLE -> 2;
        };
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The arguments after the command's own name. */
    public static List<String> argumentsOf(String[] all) {
        return List.of(all).subList(1, all.length);
    }

    /** Whether a program's arguments call this command. */
    public static boolean isCalledBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("doctor");
    }
}
