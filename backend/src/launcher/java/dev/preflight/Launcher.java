package dev.preflight;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Says in one sentence which Java is needed, where any other class would end in an error of the
 * class loader.
 */
public final class Launcher {

    private static final int OLDEST_JAVA = 25;

    private Launcher() {}

    public static void main(String[] args) throws Throwable {
        int version = javaVersion(System.getProperty("java.specification.version"));
        if (version < OLDEST_JAVA) {
            System.err.printf(
                    "Preflight needs Java %d or later, and this is Java %d (%s): start it with a"
                            + " JDK %1$d.%n",
                    OLDEST_JAVA, version, System.getProperty("java.home"));
            System.exit(1);
        }
        // By reflection, because this compiler can't read classes of a later Java.
        Method main = Class.forName("dev.preflight.Application").getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Java 8 calls itself 1.8, Java 9 and later by their number. */
    private static int javaVersion(String specification) {
        return Integer.parseInt(
                specification.startsWith("1.") ? specification.substring(2) : specification);
    }
}
