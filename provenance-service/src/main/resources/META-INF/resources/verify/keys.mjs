// Verifier keys: `name+<key id>+base64(type ‖ public key)` (c2sp.org/signed-note).

import { base64, concatenate, encode, hex, isUnicode, MalformedError, quote } from './canonical.mjs';
import { isPoint } from './ed25519.mjs';
import { sha256 } from './merkle.mjs';

/** What a key signs, as the byte before the public key says. */
export const Type = Object.freeze({ ED25519: 0x01, ED25519_COSIGNATURE: 0x04, ML_DSA_44: 0x06 });

const KEY_BYTES = new Map([
  [Type.ED25519, 32],
  [Type.ED25519_COSIGNATURE, 32],
  [Type.ML_DSA_44, 1312],
]);
const LONGEST_COSIGNED_NAME = 255;
// White_Space of Unicode, the control characters, and the plus sign that parts a verifier key.
const NOT_IN_A_NAME = /[\p{Zs}\p{Zl}\p{Zp}\u0000-\u001f\u0085+]/u;

/** The rule for key names: not empty, no Unicode space, no plus sign. */
export function keyName(name) {
  if (name === '') {
    throw new MalformedError('key name', 'empty');
  }
  if (!isUnicode(name)) {
    throw new MalformedError('key name', `not Unicode: ${quote(name)}`);
  }
  if (NOT_IN_A_NAME.test(name)) {
    throw new MalformedError('key name', `blank or '+' in ${quote(name)}`);
  }
  return name;
}

/** Reads the text form and checks that its key id belongs to its name and key. */
export async function parseVerifierKey(text) {
  // The base64 may hold plus signs of its own.
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  if (first < 0 || second < 0) {
    throw new MalformedError('verifier key', `want name+id+key, got ${quote(text)}`);
  }
  const typed = base64('verifier key', text.slice(second + 1));
  if (typed.length === 0) {
    throw new MalformedError('verifier key', 'the key is empty');
  }
  const type = typed[0];
  const publicKey = typed.slice(1);
  checkPublicKey(type, publicKey);
  const name = keyName(text.slice(0, first));
  if (type === Type.ML_DSA_44 && encode(name).length > LONGEST_COSIGNED_NAME) {
    throw new MalformedError('key name', 'longer than the 255 bytes that can be cosigned');
  }
  const stated = text.slice(first + 1, second);
  if (!/^[0-9a-f]{8}$/.test(stated)) {
    throw new MalformedError('key id', `want 8 lower-case hex digits, got ${quote(stated)}`);
  }
  const id = await keyId(name, typed);
  if (id !== stated) {
    throw new MalformedError('verifier key', `states id ${stated}, its id is ${id}`);
  }
  return Object.freeze({ name, id, type, publicKey, text });
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), in hex digits. */
async function keyId(name, typed) {
  return hex((await sha256(concatenate(encode(name), Uint8Array.of(0x0a), typed))).slice(0, 4));
}

function checkPublicKey(type, publicKey) {
  const length = KEY_BYTES.get(type);
  if (length === undefined) {
    throw new MalformedError('signature type', `0x${hex([type])} is not known here`);
  }
  if (publicKey.length !== length) {
    throw new MalformedError('public key', `want ${length} bytes, got ${publicKey.length}`);
  }
  if (type !== Type.ML_DSA_44 && !isPoint(publicKey)) {
    throw new MalformedError('public key', 'not of Ed25519');
  }
}
