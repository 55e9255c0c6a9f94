package dev.picturelock.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How much memory the stack takes, counting what processes share only once.
final class Memory {

  private static final int KIB_PER_MIB = 1024;

  private Memory() {}

  /// Mebibytes of these processes and their children; empty where the system does not tell.
  static OptionalLong ofAll(Stream<ProcessHandle> processes) {
    long kib =
        processes
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .distinct()
            .mapToLong(Memory::proportionalKib)
            .sum();
    return kib == 0 ? OptionalLong.empty() : OptionalLong.of(kib / KIB_PER_MIB);
  }

  /// The proportional set size, which Linux sums up for us.
  private static long proportionalKib(ProcessHandle process) {
    var summary = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    try (var lines = Files.lines(summary)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | UncheckedIOException _) {
      return 0;
    }
  }
}
