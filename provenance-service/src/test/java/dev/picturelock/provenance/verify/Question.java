package dev.picturelock.provenance.verify;

import dev.picturelock.tlog.MalformedException;
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
import org.jspecify.annotations.Nullable;

/// Something to verify, and what `tlog` says of it: `verified`, the step that fails, or `unusable`
/// with the input that is.
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Question(byte[] receipt, byte[] event, @Nullable String key, @Nullable String policy) {

  Question withReceipt(byte[] other) {
    return new Question(other, event, key, policy);
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
    return fields;
  }

  String answerOfJava() {
    VerifierKey logKey = null;
    try {
      logKey = key == null ? null : VerifierKey.parse(key);
    } catch (MalformedException e) {
      return "unusable key";
    }
    if (policy == null) {
      return inWords(Receipt.check(receipt, event, java.util.Objects.requireNonNull(logKey)));
    }
    try {
      var read = Policy.parse(policy);
      return inWords(Receipt.check(receipt, event, logKey == null ? read : read.forLog(logKey)));
    } catch (MalformedException e) {
      return "unusable policy";
    }
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
