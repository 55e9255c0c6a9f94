package dev.picturelock.cli.log;

import dev.picturelock.cli.api.Api;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.tlog.MalformedException;
import java.nio.file.Path;

/// The logs of a title, or the logs of logs, at the service and here.
///
/// - **what** for messages
/// - **path** where the service lists them; each log lies below, under its number
/// - **folder** where they are copied to, each under its number
record LogSet(String what, Api api, String path, Path folder) {

  static LogSet ofTitle(Api api, String title, Path folder) {
    return new LogSet("log", api, "/v1/titles/" + title + "/logs", folder);
  }

  static LogSet ofLogs(Api api, Path folder) {
    return new LogSet("log of logs", api, "/v1/logs", folder.resolve(Folders.LOG_OF_LOGS));
  }

  Listing listing() {
    try {
      return api.get(path, LogFolder.MAX_SMALL_FILE)
          .map(Listing::read)
          .orElseThrow(() -> new UnusableInputException("there is no log at " + api.address(path)));
    } catch (MalformedException e) {
      throw new UnusableInputException("the service's answer cannot be used: " + e.reason());
    }
  }

  ServedLog served(int log) {
    return new ServedLog(api, path + "/" + log);
  }
}
