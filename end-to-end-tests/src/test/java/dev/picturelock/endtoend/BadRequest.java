package dev.picturelock.endtoend;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/// A request that must be refused, and how.
///
/// - **status, slug** of the problem document
/// - **mentions** words of its `detail` or `errors` that say what is wrong and where
record BadRequest(
    String name,
    Service service,
    String method,
    String path,
    BiFunction<Api, BadRequest, HttpRequest.Builder> sender,
    String mediaType,
    BodyPublisher body,
    int status,
    String slug,
    List<String> mentions) {

  private static final int TEN_MIB = 10 << 20;

  /// A GET of the path by the demo tool; the other methods change that.
  static BadRequest of(String name, Service service, String path) {
    return new BadRequest(
        name,
        service,
        "GET",
        path,
        by(Account.DEMO_TOOL),
        Api.JSON,
        BodyPublishers.noBody(),
        0,
        "",
        List.of());
  }

  BadRequest as(Account who) {
    return with(by(who));
  }

  BadRequest withoutToken() {
    return with((api, bad) -> api.request(bad.service, bad.path));
  }

  BadRequest withToken(String token) {
    return with((api, bad) ->
        api.request(bad.service, bad.path).header("Authorization", "Bearer " + token));
  }

  BadRequest method(String other) {
    return new BadRequest(
        name, service, other, path, sender, mediaType, body, status, slug, mentions);
  }

  BadRequest post(String text) {
    return post(Api.JSON, BodyPublishers.ofString(text));
  }

  BadRequest post(String type, String text) {
    return post(type, BodyPublishers.ofString(text));
  }

  BadRequest postTenMebibytes() {
    return post(Api.JSON, BodyPublishers.ofByteArray(large()));
  }

  /// Without a Content-Length, so that nothing can be refused by its header alone.
  BadRequest postTenMebibytesInChunks() {
    return post(Api.JSON, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large())));
  }

  BadRequest isAnswered(int wantedStatus, String wantedSlug, String... wantedMentions) {
    return new BadRequest(
        name,
        service,
        method,
        path,
        sender,
        mediaType,
        body,
        wantedStatus,
        wantedSlug,
        List.of(wantedMentions));
  }

  Answer send(Api api) {
    return api.send(sender.apply(api, this).header("Content-Type", mediaType).method(method, body));
  }

  @Override
  public String toString() {
    return "%s: %s (%s %s)".formatted(service.part(), name, method, path);
  }

  private BadRequest with(BiFunction<Api, BadRequest, HttpRequest.Builder> other) {
    return new BadRequest(
        name, service, method, path, other, mediaType, body, status, slug, mentions);
  }

  private BadRequest post(String type, BodyPublisher what) {
    return new BadRequest(name, service, "POST", path, sender, type, what, status, slug, mentions);
  }

  private static BiFunction<Api, BadRequest, HttpRequest.Builder> by(Account who) {
    return (api, bad) -> api.as(who, bad.service, bad.path);
  }

  /// A JSON string that never ends, so that only its size can be refused early.
  private static byte[] large() {
    var bytes = new byte[TEN_MIB];
    Arrays.fill(bytes, (byte) 'x');
    var start = "{\"x\": \"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }
}
