// Whom to trust: known logs, known witnesses, and the quorum of them (c2sp.org/tlog-policy).

import { decimal, MalformedError, quote, utf8 } from './canonical.mjs';
import { parseVerifierKey, Type } from './keys.mjs';

const MAX_WITNESSES = 64;
const MAX_LINES = 1_000;
const MAX_BYTES = 2_000_000;
const NONE = 'none';

/**
 * Reads a policy file. Names are octets and nothing more, so each octet becomes one character; what
 * is shown to people is then read as UTF-8.
 *
 * Answers `{logs: [key], witnesses: [{name, key}], quorum}`; a quorum is null for none, a witness,
 * or `{group, threshold, members}`.
 */
export async function parsePolicy(bytes) {
  if (bytes.length > MAX_BYTES) {
    throw new MalformedError('policy', `${bytes.length} bytes, at most 2000000 can be`);
  }
  const octets = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const lines = octets.split('\n');
  if (lines.length > MAX_LINES + 1) {
    throw new MalformedError('policy', 'more than 1000 lines');
  }
  const reader = new Reader();
  for (const [i, line] of lines.entries()) {
    try {
      await reader.read(line, i === lines.length - 1);
    } catch (error) {
      if (error instanceof MalformedError) {
        throw new MalformedError(`policy line ${i + 1}`, error.message);
      }
      throw error;
    }
  }
  if (reader.quorum === undefined) {
    throw new MalformedError('policy', 'no quorum line');
  }
  return Object.freeze({ logs: reader.logs, witnesses: reader.witnesses, quorum: reader.quorum });
}

/** The witnesses that can count towards a quorum, in the order of the policy. */
export function witnessesOf(quorum) {
  if (quorum === null) {
    return [];
  }
  return quorum.members === undefined ? [quorum] : quorum.members.flatMap(witnessesOf);
}

/** What a quorum still lacks, in words; empty when these cosigners' keys meet it. */
export function lack(quorum, cosigners) {
  if (quorum === null || (quorum.members === undefined && cosigners.has(quorum.key.text))) {
    return '';
  }
  if (quorum.members === undefined) {
    return quorum.name;
  }
  const lacks = quorum.members.map((member) => lack(member, cosigners)).filter((one) => one !== '');
  const met = quorum.members.length - lacks.length;
  return met >= quorum.threshold
    ? ''
    : `${quorum.group} (${met} of ${quorum.threshold}, lacks ${lacks.join(', ')})`;
}

class Reader {
  logs = [];
  witnesses = [];
  quorum = undefined;
  #logKeys = new Set();
  #witnessKeys = new Set();
  #defined = new Map();
  #grouped = new Set();

  async read(line, isLast) {
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) {
      throw new MalformedError('character', 'control character other than tab and line end');
    }
    // A file that was cut off must not pass for a shorter rule.
    if (isLast && line !== '') {
      throw new MalformedError('line', 'does not end with a line end');
    }
    const items = line.split(/[ \t]+/).filter((item) => item !== '');
    if (items.length === 0 || items[0].startsWith('#')) {
      return;
    }
    switch (items[0]) {
      case 'log':
        return this.#readLog(items);
      case 'witness':
        return this.#readWitness(items);
      case 'group':
        return this.#readGroup(items);
      case 'quorum':
        return this.#readQuorum(items);
      default:
        throw new MalformedError(
          'keyword', `want log, witness, group or quorum, got ${show(items[0])}`);
    }
  }

  async #readLog(items) {
    checkCount(items, 2, 3, 'log <vkey> [<url>]');
    const key = await verifierKey(items[1]);
    if (key.type === Type.ED25519_COSIGNATURE) {
      throw new MalformedError('log', 'its key is that of a witness');
    }
    remember(this.#logKeys, key, 'log');
    this.logs.push(key);
  }

  async #readWitness(items) {
    checkCount(items, 3, 4, 'witness <name> <vkey> [<url>]');
    const key = await verifierKey(items[2]);
    if (key.type === Type.ED25519) {
      throw new MalformedError('witness', 'its key is not one for cosignatures');
    }
    remember(this.#witnessKeys, key, 'witness');
    if (this.witnesses.length === MAX_WITNESSES) {
      throw new MalformedError('witness', 'more than 64 of them');
    }
    const witness = Object.freeze({ name: text(items[1]), key });
    this.#define(items[1], witness);
    this.witnesses.push(witness);
  }

  #readGroup(items) {
    checkCount(items, 4, Infinity, 'group <name> all|any|<k> <name>...');
    const members = items.slice(3).map((name) => {
      const member = this.#lookUp(name);
      // "Each defined name can be listed as a group member at most once."
      if (this.#grouped.has(name)) {
        throw new MalformedError('group', `${show(name)} is already a member of a group`);
      }
      this.#grouped.add(name);
      return member;
    });
    const threshold = thresholdOf(items[2], members.length);
    this.#define(items[1], Object.freeze({ group: text(items[1]), threshold, members }));
  }

  #readQuorum(items) {
    checkCount(items, 2, 2, 'quorum <name>');
    if (this.quorum !== undefined) {
      throw new MalformedError('quorum', 'there is an earlier quorum line');
    }
    this.quorum = items[1] === NONE ? null : this.#lookUp(items[1]);
  }

  #define(name, member) {
    if (name === NONE) {
      throw new MalformedError('name', "'none' cannot be defined");
    }
    if (this.#defined.has(name)) {
      throw new MalformedError('name', `${show(name)} is already defined`);
    }
    this.#defined.set(name, member);
  }

  #lookUp(name) {
    const member = this.#defined.get(name);
    if (member === undefined) {
      throw new MalformedError('name', `${show(name)} is not defined on an earlier line`);
    }
    return member;
  }
}

/** The key bytes may stand on one line only, whatever the name and type beside them. */
function remember(keys, key, keyword) {
  const algorithm = key.type === Type.ML_DSA_44 ? 'ML-DSA-44' : 'Ed25519';
  const bytes = `${algorithm} ${key.publicKey}`;
  if (keys.has(bytes)) {
    throw new MalformedError(keyword, 'its public key is on an earlier line');
  }
  keys.add(bytes);
}

function thresholdOf(k, members) {
  if (k === 'any') {
    return 1;
  }
  if (k === 'all') {
    return members;
  }
  const number = decimal('threshold', k);
  if (number < 1n || number > BigInt(members)) {
    throw new MalformedError('threshold', `want 1 to ${members}, got ${number}`);
  }
  return Number(number);
}

function checkCount(items, least, most, form) {
  if (items.length < least || items.length > most) {
    throw new MalformedError(items[0], `want '${form}'`);
  }
}

async function verifierKey(octets) {
  return parseVerifierKey(utf8('verifier key', bytesOf(octets)));
}

function text(octets) {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(octets));
}

function show(octets) {
  return quote(text(octets));
}

function bytesOf(octets) {
  return Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
}
