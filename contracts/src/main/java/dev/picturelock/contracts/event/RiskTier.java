package dev.picturelock.contracts.event;

/// How much scrutiny a use needs, lowest first. There is no prohibited tier.
public enum RiskTier {
  LOW,
  CAUTION,
  ESCALATE
}
