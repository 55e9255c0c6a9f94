package dev.picturelock.intake.tool;

import dev.picturelock.contracts.event.ToolRegistered;
import dev.picturelock.intake.submission.Checks;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.regex.Pattern;

/// Registers a tool or changes its description; the same description again changes nothing.
@ApplicationScoped
public class RegisterTool {
  private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,1000}");

  private final Caller caller;
  private final Tools tools;
  private final Events events;
  private final Outbox outbox;

  RegisterTool(Caller caller, Tools tools, Events events, Outbox outbox) {
    this.caller = caller;
    this.tools = tools;
    this.events = events;
    this.outbox = outbox;
  }

  /// The tool as it stands now, and whether this call made it known.
  public record Registered(Tool tool, boolean created) {}

  @Transactional
  public Registered handle(ToolRegistered described) {
    caller.requireAnyRealmRole("admin", "production", "legal");
    check(described);
    tools.lock(described.tool());
    var known = tools.find(described.tool());
    if (known.isPresent() && described.equals(descriptionOf(known.get()))) {
      return new Registered(known.get(), false);
    }
    var event = events.now(Caller.STUDIO, "tool/" + described.tool(), caller.actor(), described);
    var tool =
        new Tool(
            described.tool(),
            described.name(),
            described.vendor(),
            described.kind(),
            described.homepage(),
            event.id(),
            event.actor(),
            event.time());
    tools.put(tool);
    outbox.publish(event);
    return new Registered(tool, known.isEmpty());
  }

  private static ToolRegistered descriptionOf(Tool tool) {
    return new ToolRegistered(tool.id(), tool.name(), tool.vendor(), tool.kind(), tool.homepage());
  }

  private static void check(ToolRegistered tool) {
    var checks = new Checks();
    checks.pattern(
        "/tool",
        tool.tool(),
        Checks.TOOL_ID,
        "lower-case letters, digits, '.', '_' and '-', at most 63 characters");
    checks.text("/name", tool.name(), Checks.TEXT);
    checks.text("/vendor", tool.vendor(), Checks.TEXT);
    checks.pattern("/kind", tool.kind(), KIND, "one lower-case word");
    checks.pattern("/homepage", tool.homepage(), ADDRESS, "an http or https address");
    checks.orThrow();
  }
}
