package dev.picturelock.localstack.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// PostgreSQL refuses to run as root, so root gives up its rights first.
///
/// - **Namespace:** root becomes an ordinary user in a user namespace of its own
/// - **Nobody:** the user it becomes instead where a container forbids namespaces
/// - **Prefix:** what stands before the program on the command line
/// - **Owner** of what the program reads and writes; null if that is ours anyway
record RunAs(List<String> prefix, @Nullable String owner) {

  private static final RunAs OURSELVES = new RunAs(List.of(), null);
  private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "--user"), "root");
  private static final RunAs NOBODY =
      new RunAs(List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups"), "nobody");

  RunAs {
    prefix = List.copyOf(prefix);
  }

  /// The first way that works for the user of that name.
  ///
  /// - **Trial:** a command that nobody can run only if the program and its data are in reach
  /// - **Errors:** [IllegalStateException] with a sentence for the person
  static RunAs choose(String user, List<String> trial, Predicate<List<String>> works) {
    if (!user.equals("root")) {
      return OURSELVES;
    }
    if (works.test(NAMESPACE.before(List.of("true")))) {
      return NAMESPACE;
    }
    if (works.test(NOBODY.before(trial))) {
      return NOBODY;
    }
    throw new IllegalStateException(
        "PostgreSQL refuses to run as root, this container forbids user namespaces, and the user"
            + " nobody cannot run it either; start as an ordinary user or allow user namespaces");
  }

  /// Whether the command ends well; one that is not installed does not.
  static boolean succeeds(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  List<String> before(List<String> command) {
    var line = new ArrayList<>(prefix);
    line.addAll(command);
    return line;
  }

  /// Lets every user pass through a folder of ours, which may be private as temporary ones are.
  static void letThrough(Path folder) throws IOException {
    var permissions = Files.getPosixFilePermissions(folder);
    if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
      Files.setPosixFilePermissions(folder, permissions);
    }
  }

  /// Gives the owner a file or a folder with everything in it.
  void own(Path path) throws IOException {
    if (owner == null) {
      return;
    }
    var wanted = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
    if (Files.getOwner(path).equals(wanted)) {
      return;
    }
    try (var files = Files.walk(path)) {
      // the folder itself last: its owner says that all the rest is done
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .setOwner(wanted);
      }
    }
  }
}
