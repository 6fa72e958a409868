package dev.preflight.sessions.devices;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code User-Agent} in words. Browsers name themselves last and their ancestors before, so the
 * more particular names are looked for first.
 */
record UserAgent(String browser, String operatingSystem) {

    private static final int LONGEST = 500;
    private static final String UNKNOWN_BROWSER = "An unknown browser";
    private static final String UNKNOWN_SYSTEM = "an unknown system";

    private static final List<Map.Entry<String, String>> BROWSERS =
            List.of(
                    Map.entry("Edg(?:e|A|iOS)?", "Edge"),
                    Map.entry("OPR|Opera", "Opera"),
                    Map.entry("SamsungBrowser", "Samsung Internet"),
                    Map.entry("Vivaldi", "Vivaldi"),
                    Map.entry("Firefox|FxiOS", "Firefox"),
                    Map.entry("CriOS|(?:Headless)?Chrome|Chromium", "Chrome"),
                    Map.entry("Version(?=/\\S+ (?:Mobile/\\S+ )?Safari/)", "Safari"),
                    Map.entry("curl", "curl"),
                    Map.entry("PostmanRuntime", "Postman"),
                    Map.entry("Java-http-client", "A Java program"),
                    Map.entry("node|undici", "A Node.js program"));

    /** Phones before what their systems are made of. */
    private static final List<Map.Entry<String, String>> SYSTEMS =
            List.of(
                    Map.entry("iPhone", "iPhone"),
                    Map.entry("iPad", "iPad"),
                    Map.entry("Android", "Android"),
                    Map.entry("CrOS", "ChromeOS"),
                    Map.entry("Windows", "Windows"),
                    Map.entry("Mac OS X|Macintosh", "macOS"),
                    Map.entry("Linux|X11", "Linux"));

    static UserAgent of(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return new UserAgent(UNKNOWN_BROWSER, UNKNOWN_SYSTEM);
        }
        return new UserAgent(browser(header), system(header));
    }

    private static String browser(String header) {
        for (Map.Entry<String, String> browser : BROWSERS) {
            Matcher named =
                    Pattern.compile("\\b(?:" + browser.getKey() + ")(?:/(\\d{1,5}))?")
                            .matcher(header);
            if (named.find()) {
                String version = named.group(1);
                return version == null ? browser.getValue() : browser.getValue() + " " + version;
            }
        }
        return UNKNOWN_BROWSER;
    }

    private static String system(String header) {
        for (Map.Entry<String, String> system : SYSTEMS) {
            if (Pattern.compile(system.getKey()).matcher(header).find()) {
                return system.getValue();
            }
        }
        return UNKNOWN_SYSTEM;
    }
}
