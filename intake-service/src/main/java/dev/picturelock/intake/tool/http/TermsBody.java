package dev.picturelock.intake.tool.http;

import dev.picturelock.contracts.text.Shown;
import dev.picturelock.intake.tool.RecordTerms.Reading;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A snapshot of a tool's terms; `effectiveFrom` is a time or a day, which begins at midnight UTC.
record TermsBody(
    String effectiveFrom,
    String storesOrTrains,
    String enterpriseAgreement,
    @Nullable String licenceTier,
    @Nullable String documentSha256,
    @Nullable String note) {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  Reading toReading() {
    return new Reading(
        start(), storesOrTrains, enterpriseAgreement, licenceTier, documentSha256, note);
  }

  private Instant start() {
    try {
      var start =
          effectiveFrom.length() == "2026-11-22".length()
              ? LocalDate.parse(effectiveFrom).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(effectiveFrom);
      if (!start.isBefore(EARLIEST) && start.isBefore(LATEST)) {
        return start.truncatedTo(ChronoUnit.MICROS);
      }
    } catch (DateTimeException notATime) {
      // answered below
    }
    var want = "want a day such as 2026-11-22 or a time such as 2026-11-22T10:00:00Z";
    throw new ProblemException(
        ProblemType.INVALID_BODY,
        "/effectiveFrom: " + want,
        new FieldError("/effectiveFrom", want, Shown.of(effectiveFrom), List.of()));
  }
}
