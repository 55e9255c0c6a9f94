package dev.picturelock.approval.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// In which capacity somebody signed.
public enum SignerRole {
  @JsonProperty("performer")
  PERFORMER,
  @JsonProperty("guardian")
  GUARDIAN,
  @JsonProperty("estate")
  ESTATE,
  @JsonProperty("representative")
  REPRESENTATIVE,
  @JsonProperty("agent")
  AGENT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return wireName();
  }
}
