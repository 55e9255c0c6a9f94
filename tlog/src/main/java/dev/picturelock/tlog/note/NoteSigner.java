package dev.picturelock.tlog.note;

/// Something that can put a signature line below a note's text.
public sealed interface NoteSigner permits Ed25519Signer, CosignatureSigner {

  /// The key that checks what this signer signs.
  VerifierKey verifierKey();

  /// Signs a note's text, which ends with a line end.
  SignatureLine sign(String text);
}
