package dev.picturelock.intake.title.store;

import dev.picturelock.intake.title.Title;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "title")
class TitleRow {
  @Id String id;
  String name;

  @Column(name = "policy_pack")
  String policyPack;

  @Column(name = "event_id")
  UUID eventId;

  @Column(name = "opened_by")
  String openedBy;

  @Column(name = "opened_at")
  Instant openedAt;

  Title toDomain() {
    return new Title(id, name, policyPack, eventId, openedBy, openedAt);
  }
}
