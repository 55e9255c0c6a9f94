package dev.picturelock.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// TCP ports of the loopback address.
public final class Ports {

  private static final int TIMEOUT_MILLIS = 500;

  private Ports() {}

  /// A port nobody listens on at this moment.
  public static int free() {
    try (var socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether somebody accepts connections.
  public static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback(), port), TIMEOUT_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }
}
