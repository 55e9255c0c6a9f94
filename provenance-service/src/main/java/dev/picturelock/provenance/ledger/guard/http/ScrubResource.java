package dev.picturelock.provenance.ledger.guard.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.provenance.ledger.guard.Alarm;
import dev.picturelock.provenance.ledger.guard.ScrubPass;
import dev.picturelock.provenance.ledger.guard.Scrubber;
import dev.picturelock.provenance.ledger.guard.Signing;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/// The scrubber for administrators: how far it is, what it found, and a pass now.
@Authenticated
@Path("/v1/admin/ledger/scrub")
@Produces("application/json")
class ScrubResource {
  private final Scrubber scrubber;
  private final Signing signing;
  private final Caller caller;

  ScrubResource(Scrubber scrubber, Signing signing, Caller caller) {
    this.scrubber = scrubber;
    this.signing = signing;
    this.caller = caller;
  }

  @GET
  public ScrubView state() {
    caller.requireAdmin();
    return view();
  }

  /// Asks for a pass that begins from now on and goes through without rests.
  @POST
  public RestResponse<Asked> pass() {
    caller.requireAdmin();
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.ACCEPTED, new Asked(scrubber.request()))
        .build();
  }

  private ScrubView view() {
    var alarm =
        signing.state() instanceof Signing.Stopped(var told)
            ? Optional.of(told)
            : Optional.<Alarm>empty();
    return new ScrubView(word(signing.state()), alarm, scrubber.running(), scrubber.last());
  }

  private static String word(Signing.State state) {
    return switch (state) {
      case Signing.Checking() -> "checking";
      case Signing.Open() -> "open";
      case Signing.Stopped _ -> "stopped";
    };
  }

  /// - **signing** checking, open or stopped
  /// - **running** the pass under way
  /// - **last** the newest pass that went through to its end
  public record ScrubView(
      String signing,
      Optional<Alarm> alarm,
      Optional<ScrubPass.State> running,
      Optional<ScrubPass.State> last) {}

  /// - **pass** number of the pass that will answer; it is through once `last.number` is not less
  public record Asked(long pass) {}
}
