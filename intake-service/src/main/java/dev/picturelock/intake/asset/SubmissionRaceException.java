package dev.picturelock.intake.asset;

/// Another request accepted the same version or key at the same moment; trying again tells how.
class SubmissionRaceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SubmissionRaceException() {
    super("the same version or key was accepted by another request", null, false, false);
  }
}
