package dev.picturelock.tlog.witness;

/// What came back over HTTP, not yet understood.
///
/// - **contentType:** the header's value, empty when there is none
public record HttpAnswer(int status, String contentType, Body body) {

  public HttpAnswer(int status, String contentType, byte[] body) {
    this(status, contentType, new Body(body));
  }

  /// Bytes that nobody changes.
  public static final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] toBytes() {
      return bytes.clone();
    }
  }
}
