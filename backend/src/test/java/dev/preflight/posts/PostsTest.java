package dev.preflight.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Tag("database")
@MicronautTest(transactional = false)
class PostsTest extends ServerTest {

    @Test
    void publishesAPostThatEverybodyCanRead() {
        Person author = member();

        Person.Answer created =
                author.post(
                        "/api/posts",
                        """
                        {"title": "  A first post ", "content": "Some *words*.", "tags": ["cors", "http", "cors"]}
                        """);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/posts/" + created.text("id"));
        Person.Answer read = visitor().get(created.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(Json.object(read.body()))
                .containsEntry("title", "A first post")
                .containsEntry("slug", "a-first-post")
                .containsEntry("excerpt", "Some words.")
                .containsEntry("content", "Some *words*.")
                .containsEntry("html", "<p>Some <em>words</em>.</p>\n")
                .containsEntry("tags", List.of("cors", "http"))
                .isEqualTo(Json.object(created.body()));
    }

    @Test
    void keepsEveryCharacterThatAPersonCanType() {
        String content = "Grüße 👩‍👩‍👧‍👦 \t \\ \" ' ${x} {{y}} %s \u2028 العربية";

        String id = member().publishes("👋 title", content);

        assertThat(visitor().get("/api/posts/" + id).text("content")).isEqualTo(content);
        assertThat(visitor().get("/api/posts/" + id).text("slug")).isEqualTo("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"author=%1$s", "tag=%2$s", "author=%1$s&tag=%2$s"})
    void pagesThroughAllPostsNewestFirstWithoutGapOrRepetition(String filter) {
        Person author = member();
        String authorId = author.get("/api/authentication").text("id");
        String tag = "tag-" + UUID.randomUUID().toString().substring(0, 8);
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            published.addFirst(author.post("/api/posts", post("Post " + i, tag)).text("id"));
        }

        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            Person.Answer page =
                    visitor()
                            .get(
                                    "/api/posts?limit=3&"
                                            + filter.formatted(authorId, tag)
                                            + (next.isEmpty() ? "" : "&cursor=" + next));
            listed.addAll(Json.texts(page.body(), "items", "id"));
            next = page.text("next");
        } while (!next.equals("null"));

        assertThat(listed).isEqualTo(published);
    }

    @Test
    void listsThePostsOfATag() {
        Person author = member();
        String tag = "tag-" + UUID.randomUUID().toString().substring(0, 8);
        String tagged = author.post("/api/posts", post("With", tag)).text("id");
        author.publishes("Without", "Text");
        String authorId = author.get("/api/authentication").text("id");

        assertThat(ids(visitor().get("/api/posts?tag=" + tag))).containsExactly(tagged);
        assertThat(ids(visitor().get("/api/posts?tag=" + tag + "&author=" + authorId)))
                .containsExactly(tagged);
        assertThat(ids(visitor().get("/api/posts?tag=" + tag + "&author=" + UUID.randomUUID())))
                .isEmpty();

        author.patch("/api/posts/" + tagged, "{\"tags\": []}");

        assertThat(ids(visitor().get("/api/posts?tag=" + tag))).isEmpty();
    }

    @Test
    void changesOnlyWhatIsGiven() {
        Person author = member();
        String id = author.publishes("Old title", "Old text");

        Person.Answer changed = author.patch("/api/posts/" + id, "{\"title\": \"New title\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("title")).isEqualTo("New title");
        assertThat(changed.text("content")).isEqualTo("Old text");
        assertThat(changed.text("slug")).isEqualTo("new-title");
    }

    @Test
    void refusesAChangeOfAVersionThatIsNoLongerThere() {
        Person author = member();
        String post = "/api/posts/" + author.publishes("Title", "Text");
        String seen = author.get(post).header("ETag");

        Person.Answer first = author.patch(post, "{\"content\": \"1\"}", "If-Match", seen);
        Person.Answer second = author.patch(post, "{\"content\": \"2\"}", "If-Match", seen);
        Person.Answer deletion = author.delete(post, "If-Match", seen);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.problem()).isEqualTo("changed-meanwhile");
        assertThat(deletion.status()).isEqualTo(412);
        assertThat(author.get(post).text("content")).isEqualTo("1");
    }

    @Test
    void answersNotModifiedToWhoHasTheVersion() {
        Person author = member();
        String post = "/api/posts/" + author.publishes("Title", "Text");
        String seen = author.get(post).header("ETag");

        assertThat(visitor().get(post, "If-None-Match", seen).status()).isEqualTo(304);
        author.patch(post, "{\"content\": \"Other\"}");
        assertThat(visitor().get(post, "If-None-Match", seen).status()).isEqualTo(200);
    }

    @Test
    void deletesAPostForGood() {
        Person author = member();
        String post = "/api/posts/" + author.publishes("Title", "Text");

        assertThat(author.delete(post).status()).isEqualTo(204);
        assertThat(visitor().get(post).status()).isEqualTo(404);
        assertThat(author.delete(post).status()).isEqualTo(404);
        assertThat(author.patch(post, "{\"title\": \"x\"}").status()).isEqualTo(404);
    }

    @Test
    void letsOnlyTheAuthorChangeAndDelete() {
        String post = "/api/posts/" + member().publishes("Mine", "Text");
        Person other = member();

        Person.Answer change = other.patch(post, "{\"title\": \"Yours\"}");
        Person.Answer deletion = other.delete(post);

        assertThat(change.status()).isEqualTo(403);
        assertThat(change.problem()).isEqualTo("not-the-author");
        assertThat(deletion.status()).isEqualTo(403);
        assertThat(visitor().get(post).text("title")).isEqualTo("Mine");
    }

    @Test
    void tellsAnAuthorWhoseAccountIsGoneThatTheSessionIsOver() {
        Person author = member();
        author.publishes("Before", "Text");
        change("DELETE FROM account WHERE email = ?", author.email());

        Person.Answer refusal = author.post("/api/posts", post("After"));

        assertThat(refusal.status()).as(refusal.body()).isEqualTo(401);
        assertThat(refusal.problem()).isEqualTo("session-over");
        assertThat(author.cookie("preflight")).isEmpty();
    }

    @Test
    void letsNoVisitorWrite() {
        String post = "/api/posts/" + member().publishes("Mine", "Text");
        Person visitor = visitor();

        assertThat(visitor.post("/api/posts", post("Title")).problem()).isEqualTo("not-logged-in");
        assertThat(visitor.patch(post, "{\"title\": \"x\"}").status()).isEqualTo(401);
        assertThat(visitor.delete(post).status()).isEqualTo(401);
        assertThat(visitor.post("/api/posts/preview", "{\"content\": \"x\"}").status())
                .isEqualTo(401);
        assertThat(visitor.get(post).text("title")).isEqualTo("Mine");
    }

    @Test
    void previewsWhatWouldBePublished() {
        Person author = member();
        String content = "# One\n\n| a | b |\n|---|:-:|\n| 1 | ~~2~~ |\n";

        Person.Answer preview =
                author.post("/api/posts/preview", Json.write(Map.of("content", content)));

        String id = author.publishes("Title", content);
        assertThat(preview.text("html")).isEqualTo(visitor().get("/api/posts/" + id).text("html"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                             | title, content
                    {"title": "  ", "content": "\\n"}              | title, content
                    {"title": "A\\u0000B", "content": "x"}         | title
                    {"title": "A\\nB", "content": "x"}             | title
                    {"title": "A", "content": "x\\u0000"}          | content
                    {"title": "A\\ud83d", "content": "x"}          | title
                    {"title": 5, "content": "x"}                   | title
                    {"title": ["A"], "content": "x"}               | title
                    {"title": "A", "content": {"a": 1}}            | content
                    {"title": "A", "content": "x", "tags": "cors"} | tags
                    {"title": "A", "content": "x", "tags": ["B"]}  | tags[0]
                    {"title": "A", "content": "x", "tags": ["a", null]} | tags[1]
                    {"title": "A", "content": "x", "tags": ["1","2","3","4","5","6"]} | tags
                    {"titel": "A", "content": "x"}                 | titel
                    """)
    void refusesBadInputAtItsField(String json, String fields) {
        Person.Answer refusal = member().post("/api/posts", json);

        assertThat(refusal.status()).as(refusal.body()).isEqualTo(400);
        assertThat(refusal.violatedFields()).containsExactlyInAnyOrder(fields.split(", "));
    }

    @Test
    void refusesATextThatWouldUnfoldToGigabytesAndStoresNothing() {
        Person author = member();
        String authorId = author.get("/api/authentication").text("id");
        String links = "[a]: /" + "x".repeat(60_000) + "\n\n" + "[a]".repeat(12_000);
        String cells = "|a".repeat(990) + "\n" + "|-".repeat(990) + "\n" + "|x\n".repeat(990);

        for (String content : List.of(links, cells)) {
            String json = Json.write(Map.of("title", "Title", "content", content));
            assertThat(author.post("/api/posts", json).violatedFields()).containsExactly("content");
            assertThat(
                            author.post(
                                            "/api/posts/preview",
                                            json.replace("\"title\":\"Title\",", "")
                                                    .replace(",\"title\":\"Title\"", ""))
                                    .text("html"))
                    .contains("too complex");
        }
        assertThat(ids(visitor().get("/api/posts?author=" + authorId))).isEmpty();
    }

    @Test
    void takesNoTitleThatNobodyCanSee() {
        Person author = member();
        String id = author.publishes("Title", "Text");
        for (String blank : List.of("\u2003", "\u00a0", "\u200b", "\u202e")) {
            String json = Json.write(Map.of("title", blank));
            assertThat(author.patch("/api/posts/" + id, json).status()).as(json).isEqualTo(400);
            assertThat(author.post("/api/posts", post(blank)).status()).as(json).isEqualTo(400);
        }
    }

    @Test
    void previewsATextThatRendersToNothing() {
        assertThat(
                        member().post(
                                        "/api/posts/preview",
                                        "{\"content\": \"[a]: https://example.com\"}")
                                .text("html"))
                .isEmpty();
    }

    @Test
    void refusesATitleOfTenThousandCharacters() {
        Person.Answer refusal = member().post("/api/posts", post("a".repeat(10_000)));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.violatedFields()).containsExactly("title");
    }

    @Test
    void keepsTheLongestPostAndRefusesALongerOne() {
        Person author = member();

        String id = author.publishes("a".repeat(200), "é".repeat(100_000));
        Person.Answer refusal =
                author.post(
                        "/api/posts",
                        Json.write(Map.of("title", "x", "content", "é".repeat(100_001))));

        assertThat(visitor().get("/api/posts/" + id).text("content")).hasSize(100_000);
        assertThat(refusal.violatedFields()).containsExactly("content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "limit=0",
                "limit=101",
                "limit=ten",
                "cursor=x",
                "cursor=AAAA",
                "author=x",
                "tag=A+B"
            })
    void refusesABadQuery(String query) {
        Person.Answer refusal = visitor().get("/api/posts?" + query);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.violatedFields()).containsExactly(query.split("=", 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000-0000-0000-0000-000000000000", "abc", "1", "%00", "' OR 1=1 --"})
    void findsNothingAtAnUnknownId(String id) {
        String path = "/api/posts/" + id.replace(" ", "%20");

        assertThat(visitor().get(path).status()).isEqualTo(404);
        assertThat(visitor().get(path).problem()).isEqualTo("not-found");
        assertThat(member().delete(path).status()).isEqualTo(404);
    }

    private static List<String> ids(Person.Answer page) {
        return Json.texts(page.body(), "items", "id");
    }

    private static String post(String title, String... tags) {
        return Json.write(Map.of("title", title, "content", "Text", "tags", List.of(tags)));
    }
}
