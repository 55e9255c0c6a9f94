package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.audit.Damage;
import dev.picturelock.tlog.tile.TilePath;

/// The first thing that an audit found wrong in a log.
///
/// - **place** table, row and where it makes sense the hash in it
public record Finding(Alarm.Kind kind, String place, String detail) {

  static Finding of(Head head, RowDamagedException row) {
    return new Finding(Alarm.Kind.DAMAGED, Alarms.place(head) + ": " + row.place(), row.detail());
  }

  static Finding of(Head head, Damage damage) {
    var kind =
        switch (damage) {
          case Damage.Shrunk _ -> Alarm.Kind.ROLLED_BACK;
          case Damage.Forked _ -> Alarm.Kind.FORKED;
          case Damage.BadCheckpoint _,
              Damage.Missing _,
              Damage.Malformed _,
              Damage.WrongEntry _,
              Damage.WrongHash _,
              Damage.WrongRoot _,
              Damage.Unconnected _ ->
              Alarm.Kind.DAMAGED;
        };
    return new Finding(kind, Alarms.place(head) + ": " + place(head, damage), damage.message());
  }

  private static String place(Head head, Damage damage) {
    return switch (damage) {
      case Damage.WrongEntry entry ->
          entry.culprit() == Damage.Culprit.ENTRY
              ? "log_entry idx " + (head.first() + entry.index().value())
              : TableSource.place(
                  entry.tile(), (int) (entry.index().value() % TilePath.FULL_WIDTH));
      case Damage.WrongHash hash -> TableSource.place(hash.tile(), hash.at());
      case Damage.Missing missing -> "log_tile " + missing.file().path();
      case Damage.Malformed malformed -> "log_tile " + malformed.file().path();
      case Damage.BadCheckpoint _,
          Damage.WrongRoot _,
          Damage.Unconnected _,
          Damage.Shrunk _,
          Damage.Forked _ ->
          Alarms.stored(head);
    };
  }
}
