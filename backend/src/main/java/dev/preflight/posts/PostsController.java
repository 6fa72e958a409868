package dev.preflight.posts;

import dev.preflight.accounts.AccountId;
import dev.preflight.posts.markdown.Markdown;
import dev.preflight.sessions.Session;
import dev.preflight.sessions.account.OwnAccount;
import dev.preflight.web.Problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The posts over HTTP. */
@Controller("/api/posts")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Posts")
class PostsController {

    private final Posts posts;
    private final Markdown markdown;
    private final OwnAccount own;

    PostsController(Posts posts, Markdown markdown, OwnAccount own) {
        this.posts = posts;
        this.markdown = markdown;
        this.own = own;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "listPosts", summary = "A page of posts, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(schema = @Schema(implementation = PostPage.class)))
    HttpResponse<?> list(
            @QueryValue(defaultValue = "20")
                    @Min(value = 1, message = "Ask for at least 1 post.")
                    @Max(value = 100, message = "Ask for at most 100 posts.")
                    int limit,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable UUID author,
            @QueryValue @Pattern(regexp = Draft.TAG, message = "There are no such tags.")
                    @Nullable String tag) {
        Optional<PostQuery.Cursor> after =
                Optional.ofNullable(cursor).flatMap(PostQuery.Cursor::decode);
        if (cursor != null && after.isEmpty()) {
            return Problem.invalidInput(
                            "cursor",
                            "Take the cursor from the field next of the page" + " before.")
                    .toResponse();
        }
        PostQuery query =
                new PostQuery(
                        limit + 1,
                        after.orElse(null),
                        author == null ? null : new AccountId(author),
                        tag);
        return HttpResponse.ok(PostPage.of(posts.page(query), limit));
    }

    @Get("/{id}")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "readPost", summary = "A whole post")
    @ApiResponse(
            responseCode = "200",
            description = "The post; its ETag goes into If-Match when it is changed.",
            content = @Content(schema = @Schema(implementation = PostResponse.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such post.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> read(
            @Schema(format = "uuid") String id,
            @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Optional<StoredPost> found = PostId.parse(id).flatMap(posts::find);
        if (found.isEmpty()) {
            return Change.Refused.NO_SUCH_POST.problem().toResponse();
        }
        StoredPost post = found.get();
        String html = markdown.toHtml(post.content());
        if (ifNoneMatch != null && ifNoneMatch.contains(post.etag(html))) {
            return cacheable(HttpResponse.notModified(), post, html);
        }
        return cacheable(HttpResponse.ok(PostResponse.of(post, html)), post, html);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createPost", summary = "Publish a post")
    @ApiResponse(
            responseCode = "201",
            description = "The post, at the address in Location.",
            content = @Content(schema = @Schema(implementation = PostResponse.class)))
    HttpResponse<?> create(@Valid @Body CreatePostRequest request, Session session) {
        if (markdown.isTooComplex(request.content())) {
            return tooComplex();
        }
        return posts.publish(session.accountId(), request.toDraft())
                .<HttpResponse<?>>map(this::created)
                .orElseGet(own::sessionOver);
    }

    private HttpResponse<?> created(StoredPost post) {
        String html = markdown.toHtml(post.content());
        return cacheable(
                HttpResponse.created(
                        PostResponse.of(post, html), URI.create("/api/posts/" + post.id())),
                post,
                html);
    }

    @Patch("/{id}")
    @Operation(operationId = "changePost", summary = "Change one's own post")
    @ApiResponse(
            responseCode = "200",
            description = "The post as it is now.",
            content = @Content(schema = @Schema(implementation = PostResponse.class)))
    @ApiResponse(
            responseCode = "412",
            description = "It was changed meanwhile.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> change(
            @Schema(format = "uuid") String id,
            @Valid @Body ChangePostRequest request,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Session session) {
        if (request.content() != null && markdown.isTooComplex(request.content())) {
            return tooComplex();
        }
        Change change =
                PostId.parse(id)
                        .map(
                                known ->
                                        posts.change(
                                                known,
                                                session.accountId(),
                                                Change.Expected.parse(ifMatch),
                                                request.toWanted()))
                        .orElse(Change.Refused.NO_SUCH_POST);
        return switch (change) {
            case Change.Done(StoredPost post) -> {
                String html = markdown.toHtml(post.content());
                yield cacheable(HttpResponse.ok(PostResponse.of(post, html)), post, html);
            }
            case Change.Refused(Problem problem) -> problem.toResponse();
        };
    }

    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "deletePost", summary = "Delete one's own post")
    @ApiResponse(responseCode = "204", description = "It is gone.")
    HttpResponse<?> delete(
            @Schema(format = "uuid") String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Session session) {
        Change change =
                PostId.parse(id)
                        .map(
                                known ->
                                        posts.delete(
                                                known,
                                                session.accountId(),
                                                Change.Expected.parse(ifMatch)))
                        .orElse(Change.Refused.NO_SUCH_POST);
        return switch (change) {
            case Change.Done done -> HttpResponse.noContent();
            case Change.Refused(Problem problem) -> problem.toResponse();
        };
    }

    private static HttpResponse<?> tooComplex() {
        return Problem.invalidInput(
                        "content",
                        "This would become too long a page: use smaller tables,"
                                + " fewer links and shorter paragraphs.")
                .toResponse();
    }

    private static HttpResponse<?> cacheable(
            MutableHttpResponse<?> response, StoredPost post, String html) {
        return response.header(HttpHeaders.ETAG, post.etag(html))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
