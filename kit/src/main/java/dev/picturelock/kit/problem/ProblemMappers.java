package dev.picturelock.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.picturelock.kit.json.JsonBody;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every error leaves as `application/problem+json`. What we did not expect becomes a 500 with a
/// trace id, and only the log knows more.
public class ProblemMappers {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final int AFTER_AN_OUTAGE_SECONDS = 5;
  private static final int AFTER_A_RUSH_SECONDS = 1;
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(ProblemException problem) {
    return answer(problem.problem());
  }

  @ServerExceptionMapper
  public Response json(JsonProcessingException broken) {
    return answer(JsonBody.problem(broken).problem());
  }

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException e) {
    return unauthenticated("no access token was sent; send 'Authorization: Bearer <token>'");
  }

  @ServerExceptionMapper
  public Response authenticationFailed(AuthenticationFailedException e) {
    return unauthenticated(
        "the access token is not valid: wrong issuer, audience, signature or expired");
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e) {
    return answer(Problem.of(ProblemType.FORBIDDEN, "your roles do not allow this", List.of()));
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    return switch (status) {
      case 400 ->
          answer(
              Problem.of(
                  ProblemType.INVALID_PARAMETER, "the request is not acceptable", List.of()));
      case 401 -> unauthenticated("a valid access token is needed");
      case 403 ->
          answer(Problem.of(ProblemType.FORBIDDEN, "your roles do not allow this", List.of()));
      case 404 ->
          answer(Problem.of(ProblemType.NOT_FOUND, "there is nothing at this address", List.of()));
      case 405 ->
          answer(
              Problem.of(
                  ProblemType.METHOD_NOT_ALLOWED, "this address knows other methods", List.of()));
      case 406 ->
          answer(
              Problem.of(
                  ProblemType.NOT_ACCEPTABLE, "ask for another media type in Accept", List.of()));
      case 413 ->
          answer(Problem.of(ProblemType.BODY_TOO_LARGE, "the body is too large", List.of()));
      case 415 ->
          answer(
              Problem.of(
                  ProblemType.UNSUPPORTED_MEDIA_TYPE,
                  "send another Content-Type, usually application/json",
                  List.of()));
      default -> unexpected(e);
    };
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable e) {
    var trace = UUID.randomUUID();
    LOG.errorf(e, "request failed trace=%s", trace);
    if (Outage.isDatabaseOutage(e)) {
      return answer(
          Problem.of(
              ProblemType.UNAVAILABLE,
              "the database cannot do its work now; try again, trace id " + trace,
              List.of()));
    }
    return answer(
        Problem.of(ProblemType.INTERNAL, "please report this trace id: " + trace, List.of()));
  }

  private static Response unauthenticated(String detail) {
    return Response.fromResponse(answer(Problem.of(ProblemType.UNAUTHENTICATED, detail, List.of())))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response answer(Problem problem) {
    var answer = Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
    if (problem.status() == ProblemType.UNAVAILABLE.status()) {
      answer.header(HttpHeaders.RETRY_AFTER, AFTER_AN_OUTAGE_SECONDS);
    } else if (problem.status() == ProblemType.TOO_MANY_REQUESTS.status()) {
      answer.header(HttpHeaders.RETRY_AFTER, AFTER_A_RUSH_SECONDS);
    }
    return answer.build();
  }
}
