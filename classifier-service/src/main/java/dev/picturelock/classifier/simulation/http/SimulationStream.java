package dev.picturelock.classifier.simulation.http;

import dev.picturelock.classifier.simulation.PastUnavailableException;
import dev.picturelock.classifier.simulation.SimulationRun;
import dev.picturelock.classifier.simulation.http.SimulationLine.ErrorLine;
import dev.picturelock.classifier.simulation.http.SimulationLine.Summary;
import dev.picturelock.classifier.simulation.http.SimulationLine.SummaryLine;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.problem.Problem;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes a run while it reads: a batch of events is judged, written, and only then the next read.
///
/// A client that takes its time makes the reading wait, and one that has gone ends it. The status
/// is long sent when something breaks, so the last line says which it was: a summary, or an error.
final class SimulationStream implements StreamingOutput {
  private static final Logger LOG = Logger.getLogger(SimulationStream.class);

  private final SimulationRun run;
  private final Form form;
  private final BooleanSupplier isGone;
  private final Supplier<UUID> ids;
  private final AtomicBoolean isTaken = new AtomicBoolean();
  private volatile @Nullable WatchedOutput output;

  SimulationStream(SimulationRun run, Form form, BooleanSupplier isGone, Supplier<UUID> ids) {
    this.run = run;
    this.form = form;
    this.isGone = isGone;
    this.ids = ids;
  }

  /// A client that has gone is no failure, so it ends this as quietly as the last line does.
  @Override
  public void write(OutputStream out) {
    if (!isTaken.compareAndSet(false, true)) {
      return;
    }
    var watched = new WatchedOutput(out);
    output = watched;
    try (run) {
      answer(watched);
    } catch (IOException gone) {
      LOG.infof(
          "simulation left by its client title=%s events=%d reason=%s",
          run.titleId(), run.tally().events(), gone.getMessage());
    }
  }

  /// Whether the client took nothing since this was asked the last time. For one thread.
  boolean standsStill() {
    var watched = output;
    return watched != null && watched.standsStill();
  }

  /// Ends a run that nobody came to write, because the client had gone by then. May block.
  void closeIfNobodyWrites() {
    if (isTaken.compareAndSet(false, true)) {
      run.close();
    }
  }

  private void answer(OutputStream out) throws IOException {
    var writer = new Writer(out);
    writer.text(form.head);
    try {
      for (var batch = run.next(); batch.isPresent(); batch = run.next()) {
        requireClient();
        for (var finding : batch.get()) {
          writer.item(SimulationLine.of(finding));
        }
        out.flush();
      }
      writer.end(new SummaryLine(Summary.of(run)));
    } catch (PastUnavailableException unavailable) {
      requireClient();
      LOG.warnf("simulation broke off title=%s reason=%s", run.titleId(), unavailable.getMessage());
      writer.end(error(ProblemType.UNAVAILABLE, String.valueOf(unavailable.getMessage())));
    } catch (RuntimeException unexpected) {
      requireClient();
      var trace = ids.get();
      LOG.errorf(unexpected, "simulation broke off title=%s trace=%s", run.titleId(), trace);
      writer.end(error(ProblemType.INTERNAL, "please report this trace id: " + trace));
    }
    out.flush();
  }

  // Whatever a closed connection makes of a write is the client's leaving and no fault of ours.
  private void requireClient() throws IOException {
    if (isGone.getAsBoolean()) {
      throw new IOException("the connection is closed");
    }
  }

  private static ErrorLine error(ProblemType type, String detail) {
    return new ErrorLine(Problem.of(type, detail, List.of()));
  }

  /// How the lines are put together.
  enum Form {
    /// One JSON object a line.
    LINES("", "", "\n", ""),
    /// One JSON document: items, then summary or error as a member.
    DOCUMENT("{\"items\":[", ",", "", "]");

    private final String head;
    private final String between;
    private final String after;
    private final String tail;

    Form(String head, String between, String after, String tail) {
      this.head = head;
      this.between = between;
      this.after = after;
      this.tail = tail;
    }
  }

  private final class Writer {
    private final OutputStream out;
    private boolean isFirst = true;

    Writer(OutputStream out) {
      this.out = out;
    }

    void item(SimulationLine line) throws IOException {
      if (!isFirst) {
        text(form.between);
      }
      isFirst = false;
      out.write(JsonPolicy.strict().writeValueAsBytes(line));
      text(form.after);
    }

    /// The last line; in a document its one member stands beside the items.
    void end(SimulationLine line) throws IOException {
      var json = JsonPolicy.strict().writeValueAsBytes(line);
      text(form.tail);
      if (form == Form.DOCUMENT) {
        text(",");
        out.write(json, 1, json.length - 1);
      } else {
        out.write(json);
        text(form.after);
      }
    }

    void text(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
