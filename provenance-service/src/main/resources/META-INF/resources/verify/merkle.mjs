// Inclusion in a Merkle tree of SHA-256 hashes, by the numbers of RFC 9162.

import { base64, concatenate, equal, hex, MalformedError } from './canonical.mjs';

const HASH_BYTES = 32;
const LONGEST_PATH = 63;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concatenate(...parts)));
}

/** SHA-256(0x00 ‖ entry), RFC 6962 section 2.1. */
export function leafHash(entry) {
  return sha256(LEAF, entry);
}

/** SHA-256(0x01 ‖ left ‖ right), RFC 6962 section 2.1. */
export function nodeHash(left, right) {
  return sha256(NODE, left, right);
}

/** Canonical base64 of 32 bytes. */
export function hash(text) {
  const bytes = base64('hash', text);
  if (bytes.length !== HASH_BYTES) {
    throw new MalformedError('hash', `want 32 bytes, got ${bytes.length}`);
  }
  return bytes;
}

/** A path from a leaf's sibling to the root's child; no tree has a longer one than 63 hashes. */
export function path(hashes) {
  if (hashes.length > LONGEST_PATH) {
    throw new MalformedError('inclusion proof', `${hashes.length} hashes, at most 63 can be`);
  }
  return hashes;
}

/**
 * Checks a leaf against a root by RFC 9162 section 2.1.3.2. Index and size are BigInts.
 * Answers null when it holds, else what did not.
 */
export async function whyNotIncluded(leaf, index, size, root, proof) {
  // 1. leaf_index below tree_size
  if (index >= size) {
    return `index ${index} is not in a tree of size ${size} (RFC 9162 2.1.3.2 step 1)`;
  }
  // 2.
  let fn = index;
  let sn = size - 1n;
  // 3.
  let r = leaf;
  // 4.
  for (const p of proof) {
    // a.
    if (sn === 0n) {
      return 'the path goes on past the root (RFC 9162 2.1.3.2 step 4a)';
    }
    // b.
    if ((fn & 1n) === 1n || fn === sn) {
      r = await nodeHash(p, r);
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      r = await nodeHash(r, p);
    }
    // c.
    fn >>= 1n;
    sn >>= 1n;
  }
  // 5.
  if (sn !== 0n) {
    return 'the path ends before it reaches the root (RFC 9162 2.1.3.2 step 5, sn)';
  }
  if (!equal(r, root)) {
    return `the path leads to ${hex(r)}, the root is ${hex(root)} (RFC 9162 2.1.3.2 step 5, r)`;
  }
  return null;
}
