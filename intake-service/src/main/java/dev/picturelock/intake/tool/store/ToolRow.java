package dev.picturelock.intake.tool.store;

import dev.picturelock.intake.tool.Tool;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "tool")
class ToolRow {
  @Id String id;
  String name;
  String vendor;
  String kind;
  String homepage;

  @Column(name = "event_id")
  UUID eventId;

  @Column(name = "changed_by")
  String changedBy;

  @Column(name = "changed_at")
  Instant changedAt;

  static ToolRow of(Tool tool) {
    var row = new ToolRow();
    row.id = tool.id();
    row.name = tool.name();
    row.vendor = tool.vendor();
    row.kind = tool.kind();
    row.homepage = tool.homepage();
    row.eventId = tool.eventId();
    row.changedBy = tool.changedBy();
    row.changedAt = tool.changedAt();
    return row;
  }

  Tool toDomain() {
    return new Tool(id, name, vendor, kind, homepage, eventId, changedBy, changedAt);
  }
}
