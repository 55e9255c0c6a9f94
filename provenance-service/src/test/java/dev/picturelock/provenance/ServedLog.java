package dev.picturelock.provenance;

import dev.picturelock.testkit.TestTokens;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/// A log over HTTP, asked for letter by letter: nothing tidies up a path, follows a redirect or
/// unzips.
record ServedLog(String title, String address) implements LogSource {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static ServedLog of(String title) {
    return new ServedLog(title, "/v1/titles/" + title + "/log/");
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<byte[]> send(String method, String path, String... headers) {
    var uri = URI.create("http://localhost:" + RestAssured.port + address + path);
    var request =
        HttpRequest.newBuilder(uri)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header(
                "Authorization",
                "Bearer " + TestTokens.user("kim").title(title, "auditor").token());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public byte[] checkpoint() {
    return get("checkpoint").body();
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return file(tile.path());
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    return file(bundle.path());
  }

  private Optional<byte[]> file(String path) {
    var answer = get(path);
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }
}
