package dev.preflight.posts.markdown;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable part of a post's address. It identifies nothing: the id does. */
public final class Slug {

    private static final int LONGEST = 80;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private Slug() {}

    /**
     * The title in lower-case ASCII letters, digits and hyphens; {@code post} if nothing is left.
     */
    public static String of(String title) {
        String letters =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
        String hyphenated = GAPS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = trim(hyphenated);
        if (slug.length() > LONGEST) {
            slug = trim(slug.substring(0, LONGEST));
        }
        return slug.isEmpty() ? "post" : slug;
    }

    private static String trim(String slug) {
        return EDGES.matcher(slug).replaceAll("");
    }
}
