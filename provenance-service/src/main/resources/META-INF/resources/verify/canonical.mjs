// Text forms that have exactly one spelling per value; every other spelling is refused.
//
// Two spellings of one value would let a receipt be altered without its verification noticing.

/** Input is not in the one form its specification allows; the message names the part. */
export class MalformedError extends Error {
  constructor(part, problem) {
    super(`${part}: ${problem}`);
    this.name = 'MalformedError';
  }
}

const LARGEST = 2n ** 63n - 1n;
const QUOTED = 40;
const HALF_OF_A_PAIR = /\p{Surrogate}/u;
const CONTROL = /[\u0000-\u001f]/;

/** A decimal from 0 to 2^63-1 without sign, blanks or leading zeros, as a BigInt. */
export function decimal(part, text) {
  if (!/^[0-9]+$/.test(text)) {
    throw new MalformedError(part, `want a decimal number, got ${quote(text)}`);
  }
  if (text.length > 1 && text.startsWith('0')) {
    throw new MalformedError(part, `leading zero in ${quote(text)}`);
  }
  // 2^63-1 has 19 digits; what is longer is not even converted.
  if (text.length > 19 || BigInt(text) > LARGEST) {
    throw new MalformedError(part, `too large: ${quote(text)}`);
  }
  return BigInt(text);
}

/** Standard padded base64 (RFC 4648 section 4) whose unused trailing bits are zero. */
export function base64(part, text) {
  let octets;
  try {
    octets = atob(text);
  } catch {
    throw new MalformedError(part, `not base64: ${quote(text)}`);
  }
  // The decoder forgives blanks, missing padding and stray bits; the encoder has one answer.
  if (btoa(octets) !== text) {
    throw new MalformedError(part, `base64 is not in its canonical form: ${quote(text)}`);
  }
  return Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
}

/** base64url without padding (RFC 4648 section 5) of 32 bytes. */
export function base64url(part, text) {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) {
    throw new MalformedError(part, `want 32 bytes in base64url, got ${quote(text)}`);
  }
  return base64(part, `${text.replaceAll('-', '+').replaceAll('_', '/')}=`);
}

/** Well-formed UTF-8; a byte order mark is a character like any other. */
export function utf8(part, bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new MalformedError(part, 'not UTF-8');
  }
}

/** A line that is not empty, without its line end: Unicode without control characters. */
export function line(part, text) {
  if (text === '') {
    throw new MalformedError(part, 'empty');
  }
  if (CONTROL.test(text)) {
    throw new MalformedError(part, `control character in ${quote(text)}`);
  }
  if (!isUnicode(text)) {
    throw new MalformedError(part, `not Unicode: ${quote(text)}`);
  }
  return text;
}

/** Whether the text has no half of a surrogate pair by itself, so that UTF-8 can hold it. */
export function isUnicode(text) {
  return !HALF_OF_A_PAIR.test(text);
}

/** The text in quotation marks, cut to a length that fits a message. */
export function quote(text) {
  return text.length <= QUOTED ? `'${text}'` : `'${text.slice(0, QUOTED)}…'`;
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function concatenate(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function equal(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function encode(text) {
  return new TextEncoder().encode(text);
}
