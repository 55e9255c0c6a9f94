// Is this event, byte for byte, in the log whose key this is? Answered without asking anybody.
//
// The only module that others need: `verify`, `verifyArchive` and what they throw. It reads nothing
// but its arguments and needs nothing but what browsers bring along. Steps, their order and the
// first that fails are those of `./picturelock verify`.

import { checkAnchor } from './anchor.mjs';
import { hex, utf8 } from './canonical.mjs';
import { include } from './inclusion.mjs';
import { leafHash } from './merkle.mjs';
import { parseReceipt } from './receipt.mjs';
import { Progress, Step, STEPS_OF_ANCHOR, STEPS_OF_RECEIPT } from './steps.mjs';
import { believe, trustIn, UnusableInputError, usableKey, usablePolicy } from './trust.mjs';

export { ArchiveStep, verifyArchive } from './archive.mjs';
export { Outcome, Step } from './steps.mjs';
export { UnusableInputError } from './trust.mjs';

/** Whether the page was loaded in a way in which browsers give it WebCrypto. */
export function isSecureContext() {
  return globalThis.crypto?.subtle !== undefined;
}

/**
 * Checks a receipt (c2sp.org/tlog-proof) against the exact bytes of an event.
 *
 * `receipt`, `event`, `policy` and `anchor` are Uint8Arrays, `key` and `logOfLogsKey` are verifier
 * keys as text. There must be a key, a policy (c2sp.org/tlog-policy) or both; both means the
 * witnesses and quorum of the policy for the log of the key. With an anchor there must be the key,
 * and the policy is about the log of logs, whose key is `logOfLogsKey` or in the policy.
 *
 * Answers `{verified, steps: [{step, outcome, detail}], failedStep, leafHash, origin, index, size,
 * root}`; the last four are missing where the bytes are no receipt. Index and size are BigInts.
 */
export async function verify({ receipt, event, key, policy, anchor, logOfLogsKey }) {
  const trust = anchor === undefined
    ? await aboutLog(key, policy, logOfLogsKey)
    : await aboutBoth(key, policy, logOfLogsKey);
  const progress = new Progress([
    ...STEPS_OF_RECEIPT.filter((step) => trust.hasPolicy || step !== Step.QUORUM),
    ...(anchor === undefined ? [] : STEPS_OF_ANCHOR),
  ]);
  const leaf = await leafHash(event);
  const result = { leafHash: hex(leaf) };
  const parsed = progress.read(Step.RECEIPT, 'a tlog-proof', () => parseReceipt(receipt));
  if (parsed !== null) {
    progress.ok(Step.RECEIPT, `a tlog-proof with ${parsed.proof.length} hashes`);
    progress.ok(Step.EVENT_HASH, `${hex(leaf)} of ${event.length} bytes`);
    Object.assign(result, whatItSays(parsed));
    await believe(parsed, trust, progress);
    await include(parsed, leaf, event, progress);
  }
  if (anchor !== undefined && !progress.hasEnded) {
    await checkAnchor(anchor, parsed.checkpoint, trust.logs[0], trust.logOfLogs, progress);
  }
  return { ...progress.result(), ...result };
}

async function aboutLog(key, policy, logOfLogsKey) {
  if (logOfLogsKey !== undefined) {
    throw new UnusableInputError('anchor', 'a key of the log of logs says whom to believe about one');
  }
  if (key === undefined && policy === undefined) {
    throw new UnusableInputError('key', 'there is neither a verifier key nor a policy');
  }
  const keys = key === undefined ? [] : [await usableKey('key', key)];
  return policy === undefined ? trustIn(keys) : usablePolicy(policy, keys);
}

async function aboutBoth(key, policy, logOfLogsKey) {
  if (key === undefined) {
    throw new UnusableInputError('key', 'with an anchor there must be the key of the event’s log');
  }
  if (logOfLogsKey === undefined && policy === undefined) {
    throw new UnusableInputError('logOfLogsKey', 'there is neither it nor a policy');
  }
  const log = await usableKey('key', key);
  const keys =
    logOfLogsKey === undefined ? [] : [await usableKey('logOfLogsKey', logOfLogsKey)];
  const logOfLogs = policy === undefined ? trustIn(keys) : await usablePolicy(policy, keys);
  return { ...trustIn([log]), logOfLogs };
}

function whatItSays({ index, checkpoint }) {
  const { origin, size, root } = checkpoint;
  return { origin, index, size, root: hex(root) };
}

const LOCAL_FILE = [0x50, 0x4b, 0x03, 0x04];

/**
 * What a file that somebody hands over most likely is: `receipt`, `anchor`, `key`, `policy` or
 * `event`. An archive is a receipt too: it holds many.
 */
export function kindOf(bytes) {
  if (isArchive(bytes)) {
    return 'receipt';
  }
  let text;
  try {
    text = utf8('file', bytes.slice(0, 4_000));
  } catch {
    return 'event';
  }
  if (text.startsWith('c2sp.org/tlog-proof@')) {
    return /^[^\n]*\nextra /.test(text) ? 'anchor' : 'receipt';
  }
  if (/^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+\s*$/.test(text)) {
    return 'key';
  }
  return /^(?:\s*#.*\n|\s*\n)*[ \t]*(?:log|witness|group|quorum)[ \t]/.test(text) ? 'policy' : 'event';
}

/** Whether the bytes begin as a zip does that has a file in it. */
export function isArchive(bytes) {
  return LOCAL_FILE.every((byte, i) => bytes[i] === byte);
}
