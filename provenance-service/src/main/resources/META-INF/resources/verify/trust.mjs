// Whom the user believes, and whether the signatures on a checkpoint are theirs.

import { MalformedError } from './canonical.mjs';
import { isSupported } from './ed25519.mjs';
import { parseVerifierKey } from './keys.mjs';
import { verifyNote } from './note.mjs';
import { lack, parsePolicy, witnessesOf } from './policy.mjs';
import { Step } from './steps.mjs';

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

/** The key of a text, or an UnusableInputError that names the input. */
export function usableKey(input, text) {
  return usable(input, () => parseVerifierKey(text));
}

/** A policy as `trust` of these keys instead of the logs it lists, if there are any. */
export async function usablePolicy(bytes, keys) {
  const read = await usable('policy', () => parsePolicy(bytes));
  return { ...read, logs: keys.length === 0 ? read.logs : keys, hasPolicy: true };
}

/** The trust in keys without any witness. */
export function trustIn(keys) {
  return { logs: keys, witnesses: [], quorum: null, hasPolicy: false };
}

async function usable(input, parse) {
  try {
    return await parse();
  } catch (error) {
    throw error instanceof MalformedError ? new UnusableInputError(input, error.message) : error;
  }
}

/** Origin, signature and quorum (c2sp.org/tlog-proof, verifying, steps 2 and 3). */
export async function believe({ checkpoint, note }, trust, progress) {
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
