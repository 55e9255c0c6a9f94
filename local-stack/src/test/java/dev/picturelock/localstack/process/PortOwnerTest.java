package dev.picturelock.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

  // port 8081 listening on loopback, a connection from it, port 8081 listening on all IPv6
  private static final List<String> TABLE =
      List.of(
          "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode",
          "   0: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1111 1",
          "   1: 0100007F:1F91 0100007F:D431 01 00000000:00000000 00:00000000 00000000 0 0 2222 1",
          "   2: 0100007F:1F92 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 3333 1");

  @Test
  void findsTheListenerAndNotItsConnections() {
    var sockets = PortOwner.listeningSockets(TABLE, 8081);

    assertThat(sockets).containsExactly("socket:[1111]");
  }

  @Test
  void namesTheProcessThatListens() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "the system does not tell who listens");
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var owner = PortOwner.find(socket.getLocalPort());

      assertThat(owner).contains(ProcessHandle.current());
      assertThat(PortOwner.isFree(socket.getLocalPort())).isFalse();
    }
  }
}
