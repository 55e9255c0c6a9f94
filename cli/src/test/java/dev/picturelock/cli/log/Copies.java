package dev.picturelock.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.log.LogCopy.Result;
import dev.picturelock.tlog.audit.AuditListener;
import dev.picturelock.tlog.audit.AuditResult;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.audit.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Copies in a folder of a test, and what is in them.
final class Copies {

  private Copies() {}

  static Result copy(LogSource log, Path folder) {
    return copy(log, folder, FaultyFiles.immortal());
  }

  /// As the first look of a mirror and every export does it.
  static Result copyWhole(LogSource log, Path folder) {
    return copy(log, folder, FaultyFiles.immortal(), true);
  }

  static Result copy(LogSource log, Path folder, DurableFiles files) {
    return copy(log, folder, files, false);
  }

  private static Result copy(LogSource log, Path folder, DurableFiles files, boolean whole) {
    var target = new LogFolder(folder, files);
    return new LogCopy(log, target, SampleLog.KEY, _ -> Optional.empty(), AuditListener.NONE)
        .run(whole);
  }

  static AuditResult audit(Path folder) {
    var source = new FolderSource(new LogFolder(folder, DurableFiles.DISK));
    return LogAudit.of(source, SampleLog.KEY).run();
  }

  static void holds(Path folder, SampleLog log) {
    var result = audit(folder);
    assertThat(result).isInstanceOf(Sound.class);
    assertThat(((Sound) result).checkpoint()).isEqualTo(log.signed());
  }

  /// Every file of the log itself, with its bytes.
  static Map<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
