package dev.picturelock.kit.access;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who is calling, as the access token says. Asked by use cases, which decide.
@RequestScoped
public class Caller {
  /// The reserved title of what belongs to the whole studio: the tool register.
  public static final String STUDIO = "studio";

  private static final String SERVICE_ACCOUNT = "service-account-";

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  Caller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  /// `client:<id>` for a service account, `user:<account>` for a person.
  public String actor() {
    String account = token.getClaim("preferred_username");
    if (account == null) {
      return "user:" + token.getSubject();
    }
    return account.startsWith(SERVICE_ACCOUNT)
        ? "client:" + account.substring(SERVICE_ACCOUNT.length())
        : "user:" + account;
  }

  public boolean isAdmin() {
    return identity.hasRole("admin");
  }

  public void requireAdmin() {
    if (!isAdmin()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "this needs the realm role admin");
    }
  }

  /// Requires one of the realm roles, for what is not bound to a title.
  public void requireAnyRealmRole(String... roles) {
    if (Arrays.stream(roles).noneMatch(identity::hasRole)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "this needs one of the realm roles " + String.join(", ", roles));
    }
  }

  public Set<TitleRole> roles(String titleId) {
    var prefix = "/titles/" + titleId + "/";
    var roles = EnumSet.noneOf(TitleRole.class);
    Object groups = token.getClaim("titles");
    if (groups instanceof Iterable<?> paths) {
      for (Object path : paths) {
        var text = path instanceof JsonString json ? json.getString() : String.valueOf(path);
        if (text.startsWith(prefix)) {
          TitleRole.find(text.substring(prefix.length())).ifPresent(roles::add);
        }
      }
    }
    return roles;
  }

  /// Requires any role in the title; of a title without one nothing is shown, not even whether it
  /// exists.
  public Set<TitleRole> requireMember(String titleId) {
    var roles = roles(titleId);
    if (roles.isEmpty() && !isAdmin()) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "you have no role in title '" + titleId + "'");
    }
    return roles;
  }

  /// Requires one of the roles in the title.
  public void requireRole(String titleId, TitleRole... anyOf) {
    var held = requireMember(titleId);
    if (Arrays.stream(anyOf).noneMatch(held::contains)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "this needs one of the roles "
              + Arrays.stream(anyOf).map(TitleRole::wireName).collect(Collectors.joining(", "))
              + " in title '"
              + titleId
              + "'");
    }
  }

  /// Requires a role in the title to read it; the studio's own title is open to every account.
  public void requireReader(String titleId) {
    if (!STUDIO.equals(titleId)) {
      requireMember(titleId);
    }
  }
}
