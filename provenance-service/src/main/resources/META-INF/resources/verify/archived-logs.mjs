// The logs of an archive, oldest first, each of which follows the one before it.

import { ArchiveStep, parsed, Stop, utf8Of } from './archive-files.mjs';
import { include } from './inclusion.mjs';
import { parseVerifierKey } from './keys.mjs';
import { leafHash } from './merkle.mjs';
import { MAX_BYTES, parseNote } from './note.mjs';
import { parseCheckpoint, parseReceipt } from './receipt.mjs';
import { parseRotation, whyItDoesNotFollow } from './rotation.mjs';
import { Outcome, Progress, Step } from './steps.mjs';
import { believe, trustIn } from './trust.mjs';

export const MAX_ENTRY = 65_535;
const MAX_KEY = 10_000;

/** All logs, each in itself and with the one before it as it should be. */
export async function logsOf(archive) {
  const logs = [];
  for (const folder of archive.logs) {
    logs.push(await log(archive, folder, logs.at(-1)));
  }
  return logs;
}

/** Key, checkpoint and, but for the oldest, the first entry, which its own key alone has to prove. */
async function log(archive, folder, before) {
  const file = (name) => `${folder}${name}`;
  const keyText = utf8Of(await archive.read(file('key'), MAX_KEY), file('key'), ArchiveStep.KEY);
  const key = await parsed(file('key'), ArchiveStep.KEY, () => parseVerifierKey(keyText.trimEnd()));
  if (keyText !== `${key.text}\n`) {
    throw new Stop(file('key'), ArchiveStep.KEY, 'want one line');
  }
  const bytes = await archive.read(file('checkpoint'), MAX_BYTES);
  const checkpointFile = file('checkpoint');
  const noteText = utf8Of(bytes, checkpointFile, ArchiveStep.CHECKPOINT);
  const note = await parsed(checkpointFile, ArchiveStep.CHECKPOINT, () => parseNote(noteText));
  const checkpoint =
    await parsed(checkpointFile, ArchiveStep.CHECKPOINT, () => parseCheckpoint(note.text));
  const made = { folder, key, noteText, note, checkpoint };
  return before === undefined ? made : { ...made, rotation: await rotation(archive, made, before) };
}

async function rotation(archive, made, before) {
  const entryFile = `${made.folder}rotation.json`;
  const receiptFile = `${made.folder}rotation.tlog-proof`;
  const entry = await archive.read(entryFile, MAX_ENTRY);
  const receipt = await archive.read(receiptFile, MAX_BYTES);
  const proven = await holds(receiptFile, receipt, entry, trustIn([made.key]));
  if (!isUnder(receipt, made)) {
    throw new Stop(receiptFile, ArchiveStep.SAME_CHECKPOINT, 'it is under another checkpoint');
  }
  if (proven.index !== 0n) {
    throw new Stop(receiptFile, ArchiveStep.ROTATION, 'it is not of the log’s first entry');
  }
  const read = await parsed(entryFile, ArchiveStep.ROTATION, () => parseRotation(entry));
  const why = await whyItDoesNotFollow(read, before.checkpoint, before.key, made.key);
  if (why !== null) {
    throw why === undefined
      ? new Stop(entryFile, ArchiveStep.ROTATION, 'signed with ML-DSA-44', Outcome.UNCHECKED)
      : new Stop(entryFile, ArchiveStep.ROTATION, why);
  }
  return read;
}

/**
 * What is trusted, and the keys that follow from it. A key is believed because it was given; because
 * the one before it signed that it follows, unless that was stolen; or because the believed log after
 * it says where it ended.
 */
export function believed(logs, trust) {
  const isBelieved = [];
  for (const [i, { key, rotation: said }] of logs.entries()) {
    isBelieved[i] = trust.logs.some((one) => one.text === key.text)
      || (i > 0 && isBelieved[i - 1] && !said.oldKeyWasStolen);
  }
  for (let i = logs.length - 1; i > 0; i--) {
    isBelieved[i - 1] ||= isBelieved[i];
  }
  const stranger = isBelieved.indexOf(false);
  if (stranger >= 0) {
    const { folder, key } = logs[stranger];
    throw new Stop(`${folder}key`, ArchiveStep.KEY, stranger > 0 && isBelieved[stranger - 1]
      ? `the key before it was stolen, so its word does not count: give this one too, from another source: ${key.text}`
      : `you do not believe this key: ${key.text}; give the key of one of the title’s logs`);
  }
  const follow = logs.map(({ key }) => key)
    .filter((key) => !trust.logs.some((one) => one.text === key.text));
  return { ...trust, logs: [...trust.logs, ...follow] };
}

/** Stops where the checkpoint is not signed by those who have to. */
export async function signed({ folder, key, note, checkpoint }, trust) {
  const file = `${folder}checkpoint`;
  if (key.name !== checkpoint.origin) {
    throw new Stop(file, ArchiveStep.CHECKPOINT,
      `it is of '${checkpoint.origin}', the key beside it is of '${key.name}'`);
  }
  const progress = new Progress([]);
  await believe({ checkpoint, note }, { ...trust, logs: [key] }, progress);
  if (progress.hasEnded) {
    throw new Stop(file, ArchiveStep.CHECKPOINT, progress.end.detail, progress.end.outcome);
  }
}

/** The receipt, once it holds; its signatures are not looked at where there is no trust. */
export async function holds(file, bytes, entry, trust) {
  const receipt = await parsed(file, Step.RECEIPT, () => parseReceipt(bytes));
  const progress = new Progress([]);
  if (trust !== null) {
    await believe(receipt, trust, progress);
  }
  await include(receipt, await leafHash(entry), entry, progress);
  if (progress.hasEnded) {
    throw new Stop(file, progress.end.step, progress.end.detail, progress.end.outcome);
  }
  return receipt;
}

/** Whether the receipt ends with the very checkpoint of the log, signatures and all. */
export function isUnder(receipt, { noteText }) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(receipt);
  return text.slice(text.indexOf('\n\n') + 2) === noteText;
}
