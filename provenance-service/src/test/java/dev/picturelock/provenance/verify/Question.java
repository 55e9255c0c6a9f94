package dev.picturelock.provenance.verify;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorResult;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.receipt.ReceiptResult.Refused;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something to verify, and what `tlog` says of it: `verified`, the step that fails, or `unusable`
/// with the input that is.
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Question(
    byte[] receipt,
    byte[] event,
    @Nullable String key,
    @Nullable String policy,
    byte @Nullable [] anchor,
    @Nullable String logOfLogsKey) {

  Question(byte[] receipt, byte[] event, @Nullable String key, @Nullable String policy) {
    this(receipt, event, key, policy, null, null);
  }

  Question withReceipt(byte[] other) {
    return new Question(other, event, key, policy, anchor, logOfLogsKey);
  }

  Question withAnchor(byte[] other) {
    return new Question(receipt, event, key, policy, other, logOfLogsKey);
  }

  /// As JSON for the browser.
  Map<String, String> forBrowser() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("receipt", base64(receipt));
    fields.put("event", base64(event));
    if (key != null) {
      fields.put("key", key);
    }
    if (policy != null) {
      fields.put("policy", base64(policy.getBytes(StandardCharsets.UTF_8)));
    }
    if (anchor != null) {
      fields.put("anchor", base64(anchor));
    }
    if (logOfLogsKey != null) {
      fields.put("logOfLogsKey", logOfLogsKey);
    }
    return fields;
  }

  String answerOfJava() {
    VerifierKey logKey = null;
    try {
      logKey = key == null ? null : VerifierKey.parse(key);
    } catch (MalformedException e) {
      return "unusable key";
    }
    if (anchor != null) {
      return answerToAnchor(Objects.requireNonNull(logKey), anchor);
    }
    if (policy == null) {
      return inWords(Receipt.check(receipt, event, Objects.requireNonNull(logKey)));
    }
    try {
      var read = Policy.parse(policy);
      return inWords(Receipt.check(receipt, event, logKey == null ? read : read.forLog(logKey)));
    } catch (MalformedException e) {
      return "unusable policy";
    }
  }

  private String answerToAnchor(VerifierKey logKey, byte[] bytes) {
    var ofReceipt = inWords(Receipt.check(receipt, event, logKey));
    if (!ofReceipt.equals("verified")) {
      return ofReceipt;
    }
    Anchor read;
    try {
      read = Anchor.parse(bytes);
    } catch (MalformedException e) {
      return "anchor";
    }
    var believed = policy == null ? null : Policy.parse(policy);
    var key = logOfLogsKey == null ? null : VerifierKey.parse(logOfLogsKey);
    var logOfLogs =
        believed == null
            ? Policy.ofLog(Objects.requireNonNull(key))
            : key == null ? believed : believed.forLog(key);
    if (read.verify(logKey, logKey.name(), logOfLogs)
        instanceof AnchorResult.Refused(var step, _)) {
      return switch (step) {
        case FORMAT -> "anchor";
        case LOG_OF_LOGS -> "log-of-logs";
        case CHECKPOINT -> "anchored";
        case LABEL -> "label";
        case COMMITMENT -> "commitment";
      };
    }
    var ofEvent = Receipt.parse(receipt).checkpoint().checkpoint();
    return read.checkpoint().checkpoint().equals(ofEvent) ? "verified" : "checkpoint";
  }

  private static String inWords(ReceiptResult result) {
    return switch (result) {
      case Verified _ -> "verified";
      case Refused(var step, _) ->
          switch (step) {
            case FORMAT -> "receipt";
            case ORIGIN -> "origin";
            case SIGNATURE -> "signature";
            case QUORUM -> "quorum";
            case INCLUSION -> "inclusion";
          };
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
