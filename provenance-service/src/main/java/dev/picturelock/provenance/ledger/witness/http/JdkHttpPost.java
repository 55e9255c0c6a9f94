package dev.picturelock.provenance.ledger.witness.http;

import dev.picturelock.provenance.ledger.witness.WitnessConfig;
import dev.picturelock.tlog.witness.HttpAnswer;
import dev.picturelock.tlog.witness.HttpPost;
import dev.picturelock.tlog.witness.WitnessAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Requests to witnesses on the JDK's client: no redirects, no more of a body than an answer can
/// have, and a limit of time that includes the body.
@ApplicationScoped
class JdkHttpPost implements HttpPost {
  private final HttpClient client;
  private final WitnessConfig config;

  JdkHttpPost(WitnessConfig config) {
    this.config = config;
    this.client =
        HttpClient.newBuilder()
            // what Go's and Java's small servers all speak
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.timeout())
            .build();
  }

  @Override
  public HttpAnswer send(String url, byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), WitnessAnswer.MAX_BYTES);
    var answer = inTime(client.sendAsync(request, handler));
    return new HttpAnswer(
        answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
  }

  private <T> HttpResponse<T> inTime(CompletableFuture<HttpResponse<T>> sent)
      throws IOException, InterruptedException {
    try {
      return sent.get(config.timeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer in " + config.timeout(), e);
    } catch (ExecutionException e) {
      var cause = e.getCause();
      // with the kind of failure: that nobody listens has no message of its own
      throw new IOException(String.valueOf(cause), cause);
    } finally {
      // ends the exchange, whether it was too slow or nobody waits any more
      sent.cancel(true);
    }
  }
}
