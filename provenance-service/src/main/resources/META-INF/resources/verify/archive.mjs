// The receipts of a cut, all in one zip (docs/log-format.md, "The receipts of a cut").

import { Archive, ArchiveStep, ELEMENTS, Stop, utf8Of } from './archive-files.mjs';
import { believed, holds, isUnder, logsOf, MAX_ENTRY, signed } from './archived-logs.mjs';
import { utf8 } from './canonical.mjs';
import { MAX_BYTES } from './note.mjs';
import { Outcome } from './steps.mjs';
import { trustIn, UnusableInputError, usableKey, usablePolicy } from './trust.mjs';

export { ArchiveStep } from './archive-files.mjs';

const MAX_ELEMENTS = 64 * 1024 * 1024;

/**
 * Checks every receipt in a zip, the logs they are under, and that each log follows the one before.
 *
 * `archive` and `policy` are Uint8Arrays; `key` is one verifier key or several with blanks between.
 * `tell` is called with the number of receipts that were checked and of all, now and then.
 *
 * Answers `{verified, steps: [{step, outcome, detail}], failedFile, failedStep, uncheckedStep, logs:
 * [checkpoint], events, elements}`.
 */
export async function verifyArchive({ archive, key, policy, tell = () => {} }) {
  const trust = await trusted(key, policy);
  const run = { steps: [], logs: [], events: 0, elements: 0 };
  try {
    await all(archive, trust, run, tell);
    return { verified: true, ...run };
  } catch (error) {
    if (!(error instanceof Stop)) {
      throw error;
    }
    const { file, step, reason, outcome } = error;
    run.steps.push({ step, outcome, detail: `${file}: ${reason}` });
    const which = outcome === Outcome.FAILED ? { failedStep: step } : { uncheckedStep: step };
    return { verified: false, failedFile: file, ...which, ...run };
  }
}

async function trusted(text, policy) {
  const keys = [];
  for (const one of text?.split(/\s+/).filter((part) => part !== '') ?? []) {
    keys.push(await usableKey('key', one));
  }
  if (keys.length === 0 && policy === undefined) {
    throw new UnusableInputError('key', 'there is neither a verifier key nor a policy');
  }
  return policy === undefined ? trustIn(keys) : usablePolicy(policy, keys);
}

async function all(archive, given, run, tell) {
  const zip = new Archive(archive);
  ok(run, ArchiveStep.ARCHIVE, `${zip.size} files, none that does not belong there`);
  const logs = await logsOf(zip);
  const trust = believed(logs, given);
  for (const [i, one] of logs.entries()) {
    await signed(one, trust);
    const { origin, size } = one.checkpoint;
    if (i > 0) {
      const before = logs[i - 1].checkpoint;
      ok(run, ArchiveStep.ROTATION, `${origin} follows ${before.origin} from its end at size`
        + ` ${before.size}, ${one.rotation.withoutOldKey ? 'says its own key alone' : 'say both keys'}`
        + ` (${one.rotation.reason})`);
    }
    ok(run, ArchiveStep.CHECKPOINT, `${origin}, size ${size}`);
    run.logs.push(one.checkpoint);
  }
  for (const id of zip.events) {
    await event(zip, id, logs, trust);
    run.events++;
    if (run.events % 100 === 0) {
      tell(run.events, zip.events.length);
    }
  }
  ok(run, ArchiveStep.RECEIPTS, `${run.events} events, each byte for byte in its log`);
  run.elements = await elements(zip);
  ok(run, ArchiveStep.ELEMENTS, `${run.elements} elements, every event they name is here (nobody`
    + ' signed which leans on which)');
}

function ok(run, step, detail) {
  run.steps.push({ step, outcome: Outcome.OK, detail });
}

async function event(zip, id, logs, trust) {
  const eventFile = `events/${id}.json`;
  const receiptFile = `receipts/${id}.tlog-proof`;
  const entry = await zip.read(eventFile, MAX_ENTRY);
  const receipt = await zip.read(receiptFile, MAX_BYTES);
  const under = logs.some((one) => isUnder(receipt, one));
  // Under a checkpoint whose signatures were checked already, they need not be checked again.
  await holds(receiptFile, receipt, entry, under ? null : trust);
  let stated;
  try {
    stated = JSON.parse(utf8('event', entry)).id;
  } catch {
    stated = undefined;
  }
  if (stated !== id) {
    throw new Stop(eventFile, ArchiveStep.EVENT_ID, `the event is ${stated ?? 'of no id'}`);
  }
  if (!under) {
    throw new Stop(receiptFile, ArchiveStep.SAME_CHECKPOINT, 'it is under another checkpoint');
  }
}

async function elements(zip) {
  const failed = (reason) => new Stop(ELEMENTS, ArchiveStep.ELEMENTS, reason);
  let list;
  try {
    list = JSON.parse(utf8Of(await zip.read(ELEMENTS, MAX_ELEMENTS), ELEMENTS, ArchiveStep.ELEMENTS));
  } catch (error) {
    throw error instanceof Stop ? error : failed('it is no JSON');
  }
  if (list === null || typeof list !== 'object' || Array.isArray(list)) {
    throw failed('it is no object');
  }
  const listed = list.elements;
  if (!Array.isArray(listed)) {
    throw failed('it lists no elements');
  }
  for (const leaning of [list, ...listed]) {
    const events = leaning?.events ?? [];
    if (!Array.isArray(events)) {
      throw failed('events are no list');
    }
    const missing = events.find((id) => !zip.hasEvent(id));
    if (missing !== undefined) {
      throw failed(`it names event ${missing}, which is not here`);
    }
  }
  return listed.length;
}
