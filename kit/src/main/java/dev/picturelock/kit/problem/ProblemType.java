package dev.picturelock.kit.problem;

import java.util.Locale;

/// The closed list of problems; the slug in `type` and the status never change.
public enum ProblemType {
  MALFORMED_BODY(400, "The body is not well formed"),
  INVALID_BODY(400, "The body does not have the expected shape"),
  INVALID_FACTS(400, "Facts are not acceptable"),
  INVALID_PARAMETER(400, "A parameter is not acceptable"),
  UNAUTHENTICATED(401, "A valid access token is needed"),
  FORBIDDEN(403, "You may not do this"),
  NOT_FOUND(404, "There is no such thing"),
  UNKNOWN_REFERENCE(422, "The body refers to something unknown"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "None of the wanted media types can be given"),
  CONFLICT(409, "This contradicts what is already there"),
  NOT_ALLOWED_NOW(409, "This is not allowed in the present state"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  BROKEN_FILE(422, "The file cannot be read"),
  UNSUPPORTED_FORMAT(422, "The format of the file is not supported"),
  TOO_MANY_REQUESTS(429, "Too much at once"),
  INTERNAL(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "A part that is needed is not available");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String urn() {
    return "urn:picturelock:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
