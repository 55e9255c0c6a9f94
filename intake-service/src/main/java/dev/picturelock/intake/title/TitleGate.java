package dev.picturelock.intake.title;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Lets callers see the titles they have a role in, and nothing of the others.
@ApplicationScoped
public class TitleGate {
  private final Caller caller;
  private final Titles titles;

  TitleGate(Caller caller, Titles titles) {
    this.caller = caller;
    this.titles = titles;
  }

  /// The title, for a caller with one of the roles in it.
  ///
  /// - **Errors:** FORBIDDEN without a role, whether or not the title exists; NOT_FOUND with one
  public Title enter(String id, TitleRole... anyOf) {
    caller.requireRole(id, anyOf);
    return find(id);
  }

  /// The title, for a caller with any role in it.
  public Title read(String id) {
    caller.requireMember(id);
    return find(id);
  }

  /// Up to `limit` titles the caller may see, in order of their ids.
  public List<Title> visible(String after, int limit) {
    var all = titles.after(after).stream();
    var seen = caller.isAdmin() ? all : all.filter(t -> !caller.roles(t.id()).isEmpty());
    return seen.limit(limit).toList();
  }

  private Title find(String id) {
    return titles.find(id).orElseThrow(() -> unknown(id));
  }

  static ProblemException unknown(String id) {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "title '" + id + "' was never opened; an administrator opens it by POST /v1/titles");
  }
}
