// Signed notes (c2sp.org/signed-note) and Ed25519 cosignatures (c2sp.org/tlog-cosignature).

import { base64, concatenate, encode, hex, MalformedError, quote } from './canonical.mjs';
import { verify as verifyEd25519 } from './ed25519.mjs';
import { keyName, Type } from './keys.mjs';

export const MAX_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;
const DASH = '— ';
const KEY_ID_BYTES = 4;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;
// The last second of the calendar of the command line, so that both refuse the same cosignatures.
const LAST_SECOND = 31556889864403199n;

/** Text and signature lines, parted at the last empty line. */
export function parseNote(note) {
  if (note.length > MAX_BYTES) {
    throw new MalformedError('note', `${note.length} bytes, at most 1000000 can be`);
  }
  const emptyLine = note.lastIndexOf('\n\n');
  if (emptyLine < 0) {
    throw new MalformedError('note', 'no empty line between text and signatures');
  }
  const lines = note.slice(emptyLine + 2);
  if (!lines.endsWith('\n')) {
    throw new MalformedError('note', 'does not end with a complete signature line');
  }
  const signatures = lines.slice(0, -1).split('\n');
  if (signatures.length > MAX_SIGNATURES) {
    throw new MalformedError('note', 'more than 100 signature lines');
  }
  const text = note.slice(0, emptyLine + 1);
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) {
    throw new MalformedError('note', 'control character in the text');
  }
  return Object.freeze({ text, signatures: signatures.map(parseSignatureLine) });
}

function parseSignatureLine(line) {
  const blank = line.lastIndexOf(' ');
  if (!line.startsWith(DASH) || blank < DASH.length) {
    throw new MalformedError('signature line', `want '— <name> <base64>', got ${quote(line)}`);
  }
  const name = keyName(line.slice(DASH.length, blank));
  const bytes = base64('signature', line.slice(blank + 1));
  if (bytes.length <= KEY_ID_BYTES) {
    throw new MalformedError('signature', `only ${bytes.length} bytes`);
  }
  return { name, id: hex(bytes.slice(0, KEY_ID_BYTES)), signature: bytes.slice(KEY_ID_BYTES) };
}

/**
 * Checks every line that names one of the keys; lines of other keys are ignored. One bad signature
 * by a known key rejects the whole note. Lines of ML-DSA-44 keys are not checked: no browser can.
 *
 * Answers `{rejected}` or `{endorsements: [{key, at}], unchecked: [key]}`; `at` is the time of a
 * cosignature in POSIX seconds.
 */
export async function verifyNote(note, known) {
  const endorsements = [];
  const unchecked = [];
  for (const line of note.signatures) {
    for (const key of known.filter((one) => one.name === line.name && one.id === line.id)) {
      if (key.type === Type.ML_DSA_44) {
        unchecked.push(key);
        continue;
      }
      const endorsement = await endorse(note.text, line.signature, key);
      if (endorsement === null) {
        return { rejected: `the signature of ${key.name} does not hold` };
      }
      endorsements.push(endorsement);
    }
  }
  if (endorsements.length === 0 && unchecked.length === 0) {
    const claims = note.signatures.map((line) => `${line.name}+${line.id}`).join(', ');
    return { rejected: `signed only by unknown keys: ${claims}` };
  }
  return { endorsements, unchecked };
}

async function endorse(text, signature, key) {
  if (key.type === Type.ED25519) {
    const holds = await verifyEd25519(key.publicKey, encode(text), signature);
    return holds ? { key } : null;
  }
  // timestamped_signature: u64 time, then the signature
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) {
    return null;
  }
  const at = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (at > LAST_SECOND) {
    return null;
  }
  const message = concatenate(encode(`cosignature/v1\ntime ${at}\n`), encode(text));
  const holds = await verifyEd25519(key.publicKey, message, signature.slice(TIME_BYTES));
  return holds ? { key, at } : null;
}
