package dev.picturelock.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says whether a port of the loopback address is taken, and by whom where the system tells.
public final class PortOwner {

  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private PortOwner() {}

  /// Whether a server could listen there now.
  public static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// The process that listens: `4711 (/usr/bin/java)`, or `unknown`.
  public static String describe(int port) {
    return find(port).map(PortOwner::describe).orElse("unknown");
  }

  /// Linux only: the process whose open files have the listening socket.
  static Optional<ProcessHandle> find(int port) {
    var sockets = new HashSet<String>();
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try {
        sockets.addAll(listeningSockets(Files.readAllLines(Path.of(table)), port));
      } catch (IOException _) {
        // not Linux, or no IPv6
      }
    }
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses().filter(process -> holds(process, sockets)).findFirst();
  }

  /// The inodes of the sockets that listen on a port, from the lines of `/proc/net/tcp`.
  static Set<String> listeningSockets(List<String> table, int port) {
    var hexPort = ":%04X".formatted(port);
    var inodes = new HashSet<String>();
    for (var line : table) {
      var columns = Arrays.asList(line.strip().split("\\s+", -1));
      if (columns.size() > INODE
          && columns.get(LOCAL_ADDRESS).endsWith(hexPort)
          && columns.get(STATE).equals(LISTENING)) {
        inodes.add("socket:[" + columns.get(INODE) + "]");
      }
    }
    return inodes;
  }

  private static boolean holds(ProcessHandle process, Set<String> sockets) {
    var openFiles = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (var files = Files.newDirectoryStream(openFiles)) {
      for (var file : files) {
        if (Files.isSymbolicLink(file)
            && sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException _) {
      // somebody else's process, or it just ended
    }
    return false;
  }

  private static String describe(ProcessHandle process) {
    return "%d (%s)".formatted(process.pid(), process.info().command().orElse("unknown program"));
  }
}
