package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.event.Digest;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/// What a client asked for, letter by letter, and what it has already.
///
/// - **file** the part of the path after the log's own address
/// - **known** `If-None-Match`
/// - **encodings** `Accept-Encoding`
record FileRequest(String file, @Nullable String known, @Nullable String encodings) {

  private static final int TAG_BYTES = 16;

  /// - **log** the log's address, in its one spelling
  static FileRequest below(String log, HttpServerRequest request) {
    // As it came over the wire: neither decoded nor tidied up.
    var path = Objects.requireNonNullElse(request.path(), "");
    var file = path.startsWith(log + "/") ? path.substring(log.length() + 1) : path;
    return new FileRequest(
        file, request.getHeader("If-None-Match"), request.getHeader("Accept-Encoding"));
  }

  /// A strong validator of 16 bytes.
  static String tag(byte[] identity) {
    return HexFormat.of().formatHex(Digest.sha256(identity), 0, TAG_BYTES);
  }

  boolean isFor(String name) {
    return file.equals(name);
  }

  /// The type in exactly the spelling of the specification, which the framework writes without the
  /// blank.
  RestResponse<byte[]> answerText(byte[] bytes, String caching) {
    return unlessKnown(quoted(tag(bytes)), caching, () -> bytes)
        .header("Content-Type", "text/plain; charset=utf-8")
        .build();
  }

  RestResponse<byte[]> answer(String tag, String caching, Supplier<byte[]> bytes) {
    return unlessKnown(quoted(tag), caching, bytes).build();
  }

  /// Zipped for a client that says it can unzip: tlog-tiles would allow it without being asked, but
  /// then plain clients could not read it.
  RestResponse<byte[]> answerZipped(String tag, String caching, Supplier<byte[]> bytes) {
    var response =
        takesGzip()
            ? unlessKnown(quoted(tag + "-gzip"), caching, () -> zip(bytes.get()))
                .header("Content-Encoding", "gzip")
            : unlessKnown(quoted(tag), caching, bytes);
    return response.header("Vary", "Accept-Encoding").build();
  }

  private ResponseBuilder<byte[]> unlessKnown(
      String quotedTag, String caching, Supplier<byte[]> bytes) {
    if (isKnown(quotedTag)) {
      return validated(ResponseBuilder.create(Status.NOT_MODIFIED), quotedTag, caching);
    }
    byte[] body = bytes.get();
    // Told to those too who ask for the head only.
    return validated(ResponseBuilder.ok(body), quotedTag, caching)
        .header("Content-Length", body.length);
  }

  private static ResponseBuilder<byte[]> validated(
      ResponseBuilder<byte[]> response, String quotedTag, String caching) {
    return response.header("ETag", quotedTag).header("Cache-Control", caching);
  }

  private boolean isKnown(String quotedTag) {
    return list(known).stream()
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(quotedTag));
  }

  /// Whether gzip is named and not refused (RFC 9110 section 12.5.3).
  private boolean takesGzip() {
    for (var coding : list(encodings)) {
      var parts = coding.split(";", -1);
      if (parts[0].strip().equalsIgnoreCase("gzip")) {
        return Arrays.stream(parts).skip(1).map(String::strip).noneMatch(FileRequest::isZero);
      }
    }
    return false;
  }

  private static boolean isZero(String weight) {
    return weight.matches("[qQ]=0(\\.0{0,3})?");
  }

  private static List<String> list(@Nullable String header) {
    return header == null
        ? List.of()
        : Arrays.stream(header.split(",", -1)).map(String::strip).toList();
  }

  private static String quoted(String tag) {
    return '"' + tag + '"';
  }

  private static byte[] zip(byte[] bytes) {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return zipped.toByteArray();
  }
}
