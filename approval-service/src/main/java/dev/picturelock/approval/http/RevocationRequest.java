package dev.picturelock.approval.http;

/// Why something is taken back.
public record RevocationRequest(String reason) {

  public String checkedReason() {
    return Inputs.text("/reason", reason, Inputs.LONG);
  }
}
