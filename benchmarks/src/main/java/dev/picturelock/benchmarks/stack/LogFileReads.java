package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.UnusableException;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Reads the files of a log of a given size one after the other.
final class LogFileReads {
  private final Target target;
  private final List<HttpRequest> fresh = new ArrayList<>();
  private final List<HttpRequest> known = new ArrayList<>();
  private final List<HttpRequest> plain = new ArrayList<>();

  /// Reads every file once, to learn the tags under which readers keep them, and puts it among the
  /// plain files.
  LogFileReads(Target target, String token, long size, PlainFiles floor)
      throws IOException, InterruptedException {
    this.target = target;
    for (var file : files(new TreeSize(size))) {
      var request = target.read(token, "/log/" + file.path());
      var answer = target.send(request);
      var tag =
          answer
              .headers()
              .firstValue("ETag")
              .orElseThrow(() -> new UnusableException(file.path() + " is served without ETag"));
      fresh.add(request);
      plain.add(floor.put(file.path(), answer.body()));
      known.add(
          HttpRequest.newBuilder(request, (_, _) -> true).header("If-None-Match", tag).build());
    }
  }

  int count() {
    return fresh.size();
  }

  /// The reader has nothing and gets the bytes.
  Load.Call fresh() {
    return inTurn(fresh);
  }

  /// The reader has the bytes and hears that they are still good.
  Load.Call known() {
    return inTurn(known);
  }

  /// The same bytes from a folder.
  Load.Call plain() {
    return inTurn(plain);
  }

  private Load.Call inTurn(List<HttpRequest> requests) {
    var next = new AtomicInteger();
    return () -> target.send(requests.get(next.getAndIncrement() % requests.size()));
  }

  /// Hash tiles of all levels and entry bundles.
  private static List<TilePath> files(TreeSize size) {
    var files = new ArrayList<TilePath>();
    for (int level = 0; HashTile.at(level, 0, size).isPresent(); level++) {
      int ofLevel = level;
      Stream.iterate(0L, n -> n + 1)
          .map(n -> HashTile.at(ofLevel, n, size))
          .takeWhile(tile -> tile.isPresent())
          .forEach(tile -> files.add(tile.orElseThrow()));
    }
    Stream.iterate(0L, n -> n + 1)
        .map(n -> EntryTile.at(n, size))
        .takeWhile(bundle -> bundle.isPresent())
        .forEach(bundle -> files.add(bundle.orElseThrow()));
    return files;
  }
}
