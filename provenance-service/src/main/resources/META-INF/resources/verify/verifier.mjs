// Is this event, byte for byte, in the log whose key this is? Answered without asking anybody.
//
// The only module that others need: `verify` and what it throws. It reads nothing but its
// arguments and needs nothing but WebCrypto. Steps, their order and the first that fails are those
// of `./picturelock verify`.

import { hex, MalformedError, utf8 } from './canonical.mjs';
import { isSupported } from './ed25519.mjs';
import { parseVerifierKey, Type } from './keys.mjs';
import { leafHash, whyNotIncluded } from './merkle.mjs';
import { verifyNote } from './note.mjs';
import { lack, parsePolicy, witnessesOf } from './policy.mjs';
import { parseReceipt } from './receipt.mjs';

/** The steps in the order in which they are taken; the quorum only where there is a policy. */
export const Step = Object.freeze({
  RECEIPT: 'receipt',
  EVENT_HASH: 'event-hash',
  ORIGIN: 'origin',
  SIGNATURE: 'signature',
  QUORUM: 'quorum',
  INCLUSION: 'inclusion',
});

export const Outcome = Object.freeze({
  OK: 'ok',
  FAILED: 'failed',
  /** This browser cannot tell; nothing is wrong with the receipt so far. */
  UNCHECKED: 'unchecked',
  /** Not looked at, because an earlier step does not hold. */
  SKIPPED: 'skipped',
});

const LINE_END = 0x0a;
const NO_ED25519 = 'this browser cannot check Ed25519 signatures; a newer one can, and so can'
  + ' ./picturelock verify';

/** What was given to trust is not a verifier key or not a policy, so that nothing can be checked. */
export class UnusableInputError extends Error {
  constructor(input, reason) {
    super(reason);
    this.name = 'UnusableInputError';
    this.input = input;
  }
}

/** Whether the page was loaded in a way in which browsers give it WebCrypto. */
export function isSecureContext() {
  return globalThis.crypto?.subtle !== undefined;
}

/**
 * Checks a receipt (c2sp.org/tlog-proof) against the exact bytes of an event.
 *
 * `receipt`, `event` and `policy` are Uint8Arrays, `key` is a verifier key as text. There must be a
 * key, a policy (c2sp.org/tlog-policy) or both; both means the witnesses and quorum of the policy
 * for the log of the key.
 *
 * Answers `{verified, steps: [{step, outcome, detail}], failedStep, leafHash, origin, index, size,
 * root}`; the last four are missing where the bytes are no receipt. Index and size are BigInts.
 */
export async function verify({ receipt, event, key, policy }) {
  const trust = await trusted(key, policy);
  const progress = new Progress(trust.hasPolicy);
  const leaf = await leafHash(event);
  const result = { leafHash: hex(leaf) };
  const parsed = progress.read(() => parseReceipt(receipt));
  if (parsed !== null) {
    progress.ok(Step.EVENT_HASH, `${hex(leaf)} of ${event.length} bytes`);
    Object.assign(result, whatItSays(parsed));
    await believe(parsed, trust, progress);
    await include(parsed, leaf, event, progress);
  }
  return { ...progress.result(), ...result };
}

async function trusted(key, policy) {
  if (key === undefined && policy === undefined) {
    throw new UnusableInputError('key', 'there is neither a verifier key nor a policy');
  }
  const logKey = key === undefined ? undefined : await usable('key', () => parseVerifierKey(key));
  if (policy === undefined) {
    return { logs: [logKey], witnesses: [], quorum: null, hasPolicy: false };
  }
  const read = await usable('policy', () => parsePolicy(policy));
  return { ...read, logs: logKey === undefined ? read.logs : [logKey], hasPolicy: true };
}

async function usable(input, parse) {
  try {
    return await parse();
  } catch (error) {
    throw error instanceof MalformedError ? new UnusableInputError(input, error.message) : error;
  }
}

function whatItSays({ index, checkpoint }) {
  const { origin, size, root } = checkpoint;
  return { origin, index, size, root: hex(root) };
}

/** Origin, signature and quorum (c2sp.org/tlog-proof, verifying, steps 2 and 3). */
async function believe({ checkpoint, note }, trust, progress) {
  const logs = trust.logs.filter((log) => log.name === checkpoint.origin);
  if (logs.length === 0) {
    progress.failed(Step.ORIGIN, trust.hasPolicy
      ? `no log of the policy has the origin '${checkpoint.origin}'`
      : `the receipt is of '${checkpoint.origin}', not of '${trust.logs[0].name}'`);
    return;
  }
  progress.ok(Step.ORIGIN, checkpoint.origin);
  if (!(await isSupported())) {
    progress.unchecked(Step.SIGNATURE, NO_ED25519);
    return;
  }
  const known = [...trust.logs, ...trust.witnesses.map((witness) => witness.key)];
  const checked = await verifyNote(note, known);
  if (checked.rejected !== undefined) {
    progress.failed(Step.SIGNATURE, checked.rejected);
    return;
  }
  const log = logs.find((one) => checked.endorsements.some(({ key }) => key === one));
  if (log === undefined) {
    refuseSignature(logs, checked, progress);
    return;
  }
  progress.ok(Step.SIGNATURE, `by ${log.name}+${log.id}`);
  if (trust.hasPolicy) {
    count(trust, checked, progress);
  }
}

function refuseSignature(logs, { unchecked }, progress) {
  if (unchecked.some((key) => logs.includes(key))) {
    progress.unchecked(
      Step.SIGNATURE, 'the log signed with ML-DSA-44, which is not checked in the browser');
  } else {
    progress.failed(Step.SIGNATURE, `not signed by the log key ${logs[0].name}+${logs[0].id}`);
  }
}

function count({ quorum, witnesses }, { endorsements, unchecked }, progress) {
  const cosigners = new Set(
    endorsements.filter(({ at }) => at !== undefined).map(({ key }) => key.text));
  const lacks = lack(quorum, cosigners);
  const ignored = unchecked.length === 0
    ? ''
    : `; not checked in the browser: ML-DSA-44 of ${unchecked.map((key) => key.name).join(', ')}`;
  if (lacks === '') {
    const names = witnesses.filter(({ key }) => cosigners.has(key.text)).map(({ name }) => name);
    progress.ok(
      Step.QUORUM, `${names.length === 0 ? 'none asked for' : `cosigned by ${names.join(', ')}`}${ignored}`);
  } else if (witnessesOf(quorum).some(({ key }) => unchecked.includes(key))) {
    // Those lines may be good and enough; only the command line can tell.
    progress.unchecked(Step.QUORUM, `too few cosignatures: ${lacks}${ignored}`);
  } else {
    progress.failed(Step.QUORUM, `too few cosignatures: ${lacks}${ignored}`);
  }
}

/** Step 4: the inclusion proof binds the leaf to the signed root. */
async function include({ index, proof, checkpoint }, leaf, event, progress) {
  if (progress.hasEnded) {
    return;
  }
  const { size, root } = checkpoint;
  const why = await whyNotIncluded(leaf, index, size, root, proof);
  if (why === null) {
    progress.ok(Step.INCLUSION, `index ${index} in the tree of size ${size}, root ${hex(root)}`);
    return;
  }
  // The commonest innocent cause, ruled in or out.
  const trimmed = event.at(-1) === LINE_END ? await leafHash(event.slice(0, -1)) : null;
  const edited = trimmed !== null && (await whyNotIncluded(trimmed, index, size, root, proof)) === null;
  progress.failed(Step.INCLUSION, edited
    ? `the file ends with a line end that the logged event does not have: ${why}`
    : `these bytes are not entry ${index} of the log, or the proof was altered: ${why}`);
}

class Progress {
  #names;
  #taken = [];
  hasEnded = false;

  constructor(hasPolicy) {
    this.#names = Object.values(Step).filter((step) => hasPolicy || step !== Step.QUORUM);
  }

  /** What parsing gives, or null when it fails at the first step. */
  read(parse) {
    try {
      const parsed = parse();
      this.ok(Step.RECEIPT, `a tlog-proof with ${parsed.proof.length} hashes`);
      return parsed;
    } catch (error) {
      if (!(error instanceof MalformedError)) {
        throw error;
      }
      this.failed(Step.RECEIPT, `not a tlog-proof: ${error.message}`);
      return null;
    }
  }

  ok(step, detail) {
    this.#taken.push({ step, outcome: Outcome.OK, detail });
  }

  failed(step, detail) {
    this.#end(step, Outcome.FAILED, detail);
  }

  unchecked(step, detail) {
    this.#end(step, Outcome.UNCHECKED, detail);
  }

  /** What was taken, and the rest as skipped. */
  result() {
    const skipped = this.#names
      .slice(this.#taken.length)
      .map((step) => ({ step, outcome: Outcome.SKIPPED, detail: 'not looked at' }));
    const end = this.hasEnded ? this.#taken.at(-1) : undefined;
    return {
      verified: !this.hasEnded && skipped.length === 0,
      failedStep: end?.outcome === Outcome.FAILED ? end.step : undefined,
      uncheckedStep: end?.outcome === Outcome.UNCHECKED ? end.step : undefined,
      steps: [...this.#taken, ...skipped],
    };
  }

  #end(step, outcome, detail) {
    this.#taken.push({ step, outcome, detail });
    this.hasEnded = true;
  }
}

/** What a file that somebody hands over most likely is: `receipt`, `key`, `policy` or `event`. */
export function kindOf(bytes) {
  let text;
  try {
    text = utf8('file', bytes.slice(0, 4_000));
  } catch {
    return 'event';
  }
  if (text.startsWith('c2sp.org/tlog-proof@')) {
    return 'receipt';
  }
  if (/^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+\s*$/.test(text)) {
    return 'key';
  }
  return /^(?:\s*#.*\n|\s*\n)*[ \t]*(?:log|witness|group|quorum)[ \t]/.test(text) ? 'policy' : 'event';
}
