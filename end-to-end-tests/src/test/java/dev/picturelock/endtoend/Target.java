package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.CONTACT;
import static dev.picturelock.endtoend.Account.LEGAL;
import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Service.APPROVAL;
import static dev.picturelock.endtoend.Service.CLASSIFIER;
import static dev.picturelock.endtoend.Service.INTAKE;
import static dev.picturelock.endtoend.Service.PROVENANCE;

import java.util.List;

/// A call and who may make it.
///
/// - **body** of the right shape; empty for a call that only reads
record Target(Service service, String path, Account who, String body) {

  static final String ASSETS = "/v1/titles/demo/assets";
  static final String USES = "/v1/titles/demo/uses";
  static final String PREVIEW = "/v1/classifications/preview";
  static final String CUTS = "/v1/titles/demo/cuts?name=Broken&format=otio";
  static final String DECISION = "/v1/reviews/01a1a0b1-297a-71d0-9755-6da565f050a7/decision";
  static final String CONSENTS = "/v1/titles/demo/consents";

  static final List<Target> WITH_BODY =
      List.of(
          new Target(
              INTAKE,
              ASSETS,
              Account.DEMO_TOOL,
              """
              {"asset": "a", "version": "v1", "digests": {}, "contribution": "none"}\
              """),
          new Target(INTAKE, USES, Account.DEMO_TOOL, "{\"use\": \"a\"}"),
          new Target(CLASSIFIER, PREVIEW, PRODUCER, "{\"facts\": {}}"),
          new Target(
              APPROVAL,
              DECISION,
              CONTACT,
              """
              {"decision": "APPROVED", "statement": "x"}\
              """),
          new Target(
              APPROVAL,
              CONSENTS,
              LEGAL,
              """
              {"type": "CONSENT_REPLICA_USE", "person": "performer:kim", "signer": "performer:kim",
               "signerRole": "performer", "form": "separate_signed", "validFrom": "2026-01-01"}\
              """));

  /// Calls that only read.
  static final List<Target> READING =
      List.of(
          new Target(INTAKE, "/v1/titles/demo", PRODUCER, ""),
          new Target(APPROVAL, "/v1/titles/demo/reviews", PRODUCER, ""),
          new Target(PROVENANCE, "/v1/titles/demo/log/checkpoint", PRODUCER, ""),
          new Target(PROVENANCE, ASSETS, PRODUCER, ""));

  BadRequest bad(String name) {
    return BadRequest.of(name, service, path).as(who);
  }

  /// As it would be made rightly, but for who calls.
  BadRequest call(String name) {
    return body.isEmpty() ? bad(name) : bad(name).post(body);
  }

  String bodyWith(String member) {
    return body.substring(0, body.length() - 1) + ", " + member + "}";
  }
}
