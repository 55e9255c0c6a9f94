package dev.picturelock.classifier.simulation;

/// Counts of a simulation.
///
/// - **events** of the title in the time asked for, of every type, each once; and every record of
///   the title that is no event and so has no time, as far as the reading came across it
/// - **classified** = unchanged + changed; **raised** and **lowered** are among the changed ones
/// - **undecidable** by one of the two packs, records that are no event among them
public record Tally(
    long events, long unchanged, long changed, long raised, long lowered, long undecidable) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  public long classified() {
    return unchanged + changed;
  }

  Tally event() {
    return new Tally(events + 1, unchanged, changed, raised, lowered, undecidable);
  }

  Tally with(Finding finding) {
    return switch (finding) {
      case Finding.Undecidable _ ->
          new Tally(events, unchanged, changed, raised, lowered, undecidable + 1);
      case Finding.Judged judged when judged.changed() ->
          new Tally(
              events,
              unchanged,
              changed + 1,
              raised + (judged.direction() > 0 ? 1 : 0),
              lowered + (judged.direction() < 0 ? 1 : 0),
              undecidable);
      case Finding.Judged _ ->
          new Tally(events, unchanged + 1, changed, raised, lowered, undecidable);
    };
  }
}
