package dev.picturelock.tlog.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Answers each request with what the test put down for it, and keeps the requests.
final class ScriptedWitness implements HttpPost {

  /// One turn of the script.
  @FunctionalInterface
  interface Turn {
    HttpAnswer answer(AddCheckpoint request) throws IOException, InterruptedException;
  }

  final List<AddCheckpoint> requests = new ArrayList<>();
  final List<String> urls = new ArrayList<>();
  private final Deque<Turn> script = new ArrayDeque<>();

  ScriptedWitness then(Turn turn) {
    script.add(turn);
    return this;
  }

  ScriptedWitness then(int status, String type, String body) {
    return then(_ -> answer(status, type, body));
  }

  ScriptedWitness thenConflict(long size) {
    return then(409, WitnessAnswer.SIZE_TYPE, size + "\n");
  }

  static HttpAnswer answer(int status, String type, String body) {
    return new HttpAnswer(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public HttpAnswer send(String url, byte[] body) throws IOException, InterruptedException {
    var request = AddCheckpoint.parse(body);
    requests.add(request);
    urls.add(url);
    return script.remove().answer(request);
  }
}
