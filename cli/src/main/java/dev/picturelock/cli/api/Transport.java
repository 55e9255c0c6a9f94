package dev.picturelock.cli.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends requests that may be repeated: each has a limit in time and in size, and a few attempts.
final class Transport {

  private static final int ATTEMPTS = 3;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;

  private final HttpClient client;
  private final Duration patience;
  private final Duration pause;

  Transport(Duration patience, Duration pause) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.patience = patience;
    this.pause = pause;
  }

  /// Any answer below 500.
  ///
  /// - **Errors:** [OutageException] after the last attempt
  HttpResponse<byte[]> send(HttpRequest request, int maxBytes) {
    for (int attempt = 1; ; attempt++) {
      try {
        var response = once(request, maxBytes);
        if (response.statusCode() < SERVER_ERRORS && response.statusCode() != TOO_MANY_REQUESTS) {
          return response;
        }
        if (attempt == ATTEMPTS) {
          throw new OutageException(
              "%s answers with status %d; its log says why"
                  .formatted(request.uri(), response.statusCode()));
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new OutageException(
              "cannot reach %s (%s); is it running, and is the address right?"
                  .formatted(request.uri(), e));
        }
      }
      rest(attempt);
    }
  }

  /// The timeout of a request of the JDK's ends with the headers; this one covers the body too.
  private HttpResponse<byte[]> once(HttpRequest request, int maxBytes) throws IOException {
    var response =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
    try {
      return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(e.getCause());
    } catch (TimeoutException _) {
      response.cancel(true);
      throw new IOException("no answer in " + patience.toSeconds() + " s");
    } catch (InterruptedException _) {
      response.cancel(true);
      throw interrupted();
    }
  }

  private void rest(int attempt) {
    try {
      // Nobody counts it down: it only waits, and ends with the thread.
      var _ = new CountDownLatch(1).await(pause.toMillis() << attempt, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  private static OutageException interrupted() {
    Thread.currentThread().interrupt();
    return new OutageException("interrupted");
  }
}
