// Anchors: the log of logs commits to a checkpoint (docs/log-format.md, "Anchors").

import { base64, base64url, encode, MalformedError, quote, utf8 } from './canonical.mjs';
import { include } from './inclusion.mjs';
import { leafHash, sha256 } from './merkle.mjs';
import { parseNote, verifyNote } from './note.mjs';
import { parseCheckpoint, parseReceipt } from './receipt.mjs';
import { Outcome, Progress, Step } from './steps.mjs';
import { believe } from './trust.mjs';

const EXTRA = /^\{"checkpoint":"([A-Za-z0-9+/=]*)","entry":(\{.*\}),"v":1\}$/s;
const ENTRY = /^\{"checkpoints":\{(.*)\},"time":"(.{27})","v":1\}$/s;
const PAIR = /^"([A-Za-z0-9_-]{43})":"([A-Za-z0-9_-]{43})"$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const TO_THE_MILLISECOND = 23;
const MAX_CHECKPOINTS = 512;

/** Reads an anchor; its bytes have exactly one reading, or none. */
export function parseAnchor(bytes) {
  const proof = parseReceipt(bytes);
  const parts = EXTRA.exec(utf8('extra', proof.extra));
  if (parts === null) {
    throw new MalformedError('extra', 'no checkpoint and entry of a log of logs');
  }
  const entry = parseEntry(parts[2]);
  const note = parseNote(utf8('note', base64('extra', parts[1])));
  return Object.freeze({ proof, entry, note, checkpoint: parseCheckpoint(note.text) });
}

/** `{"checkpoints":{"<label>":"<commitment>",…},"time":"<time>","v":1}`, canonical JSON. */
function parseEntry(text) {
  const parts = ENTRY.exec(text);
  if (parts === null) {
    throw new MalformedError('entry of the log of logs', `not in its canonical form: ${quote(text)}`);
  }
  const pairs = parts[1].split(',', MAX_CHECKPOINTS + 1);
  if (pairs.length > MAX_CHECKPOINTS) {
    throw new MalformedError('entry of the log of logs', 'more than 512 checkpoints');
  }
  const commitments = new Map();
  let before = '';
  for (const pair of pairs) {
    const [, label, commitment] = PAIR.exec(pair) ?? [];
    if (label === undefined) {
      throw new MalformedError(
        'entry of the log of logs', `want "<label>":"<commitment>", got ${quote(pair)}`);
    }
    if (label <= before) {
      throw new MalformedError('entry of the log of logs', 'its labels are not in order');
    }
    base64url('label', label);
    base64url('commitment', commitment);
    commitments.set(label, commitment);
    before = label;
  }
  return Object.freeze({ bytes: encode(text), time: time(parts[2]), commitments });
}

function time(text) {
  const millisecond = text.slice(0, TO_THE_MILLISECOND);
  const date = new Date(`${millisecond}Z`);
  // The calendar forgives a thirtieth of February; the formatter has one answer.
  if (!TIME.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(millisecond)) {
    throw new MalformedError('time', `want UTC with microseconds, got ${quote(text)}`);
  }
  return text;
}

/**
 * Checks that the log of logs commits to the receipt's checkpoint, which `key` has signed.
 * `logOfLogs` is whom to believe about the log of logs.
 */
export async function checkAnchor(bytes, receipt, key, logOfLogs, progress) {
  const anchor = progress.read(Step.ANCHOR, 'an anchor', () => parseAnchor(bytes));
  if (anchor === null) {
    return;
  }
  progress.ok(Step.ANCHOR, `a tlog-proof with an entry of ${anchor.entry.time}`);
  await inLogOfLogs(anchor, logOfLogs, progress);
  if (!progress.hasEnded) {
    await signed(anchor, key, progress);
  }
  if (!progress.hasEnded) {
    await committed(anchor, key, progress);
  }
  if (!progress.hasEnded) {
    same(anchor.checkpoint, receipt, progress);
  }
}

async function inLogOfLogs({ proof, entry }, trust, progress) {
  const inner = new Progress([]);
  await believe(proof, trust, inner);
  await include(proof, await leafHash(entry.bytes), entry.bytes, inner);
  const { origin, size } = proof.checkpoint;
  if (!inner.hasEnded) {
    const quorum = inner.result().steps.find(({ step }) => step === Step.QUORUM);
    progress.ok(Step.LOG_OF_LOGS, `entry ${proof.index} of ${origin}, in the tree of size ${size}`
      + `${quorum === undefined ? '' : `, ${quorum.detail}`}`);
  } else if (inner.end.outcome === Outcome.FAILED) {
    progress.failed(Step.LOG_OF_LOGS, `${inner.end.step}: ${inner.end.detail}`);
  } else {
    progress.unchecked(Step.LOG_OF_LOGS, inner.end.detail);
  }
}

async function signed({ checkpoint, note }, key, progress) {
  if (checkpoint.origin !== key.name) {
    progress.failed(
      Step.ANCHORED, `the anchored checkpoint is of '${checkpoint.origin}', not of '${key.name}'`);
    return;
  }
  const { rejected, endorsements } = await verifyNote(note, [key]);
  if (rejected !== undefined) {
    progress.failed(Step.ANCHORED, rejected);
  } else if (endorsements.length === 0) {
    progress.unchecked(Step.ANCHORED, 'signed with ML-DSA-44, which is not checked in the browser');
  } else {
    progress.ok(Step.ANCHORED, `signed by ${key.name}`);
  }
}

async function committed({ entry, note, checkpoint }, key, progress) {
  const label = await digest(`picturelock log-of-logs label v1\n${key.text}\n${entry.time}`);
  const said = entry.commitments.get(label);
  if (said === undefined) {
    progress.failed(Step.LABEL, `the entry says nothing about ${key.name}+${key.id}`);
    return;
  }
  progress.ok(Step.LABEL, `one of ${entry.commitments.size} of the entry`);
  if (said === (await digest(note.text))) {
    progress.ok(Step.COMMITMENT, said);
  } else {
    progress.failed(Step.COMMITMENT, 'the entry commits to another checkpoint of this log than the'
      + ` one of size ${checkpoint.size}`);
  }
}

function same(anchored, receipt, progress) {
  if (anchored.text === receipt.text) {
    progress.ok(Step.CHECKPOINT, `the receipt’s, of size ${receipt.size}`);
  } else {
    progress.failed(Step.CHECKPOINT, `what is anchored is of size ${anchored.size}, the receipt is`
      + ` under another checkpoint, of size ${receipt.size}`);
  }
}

/** base64url(SHA-256(text)) without padding. */
async function digest(text) {
  return btoa(String.fromCharCode(...(await sha256(encode(text)))))
    .replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
}
