// What the page says; nothing here decides anything.

import { ArchiveStep, Outcome, Step } from './verifier.mjs';

/** The inputs in messages. */
export const INPUTS = Object.freeze({
  receipt: 'the receipt',
  event: 'the event',
  key: 'the key',
  policy: 'the policy',
  anchor: 'the anchor',
  logOfLogsKey: 'the key of the log of logs',
});

/** What stands below an input to which nothing was given. */
export const EMPTY = Object.freeze({
  receipt: 'Nothing chosen yet, choose a file or drop it here.',
  event: 'Nothing chosen yet, choose a file or drop it here.',
  key: 'Nothing given yet.',
  policy: 'None: no cosignature is asked for.',
  anchor: 'None: the log of logs is not looked at.',
  logOfLogsKey: 'Nothing given.',
});

const NAMES = Object.freeze({
  [Step.RECEIPT]: 'Receipt',
  [Step.EVENT_HASH]: 'Event hash',
  [Step.ORIGIN]: 'Origin',
  [Step.SIGNATURE]: 'Signature',
  [Step.QUORUM]: 'Quorum',
  [Step.INCLUSION]: 'Inclusion',
  [Step.ANCHOR]: 'Anchor',
  [Step.LOG_OF_LOGS]: 'Log of logs',
  [Step.ANCHORED]: 'Anchored',
  [Step.LABEL]: 'Label',
  [Step.COMMITMENT]: 'Commitment',
  [Step.CHECKPOINT]: 'Checkpoint',
  [ArchiveStep.ARCHIVE]: 'Archive',
  [ArchiveStep.KEY]: 'Key',
  [ArchiveStep.ROTATION]: 'Rotation',
  [ArchiveStep.RECEIPTS]: 'Receipts',
  [ArchiveStep.EVENT_ID]: 'Event id',
  [ArchiveStep.SAME_CHECKPOINT]: 'Same checkpoint',
  [ArchiveStep.ELEMENTS]: 'Elements',
});

const SHOWN = Object.freeze({
  [Outcome.OK]: { icon: '✓', word: 'holds' },
  [Outcome.FAILED]: { icon: '✗', word: 'does not hold' },
  [Outcome.UNCHECKED]: { icon: '?', word: 'cannot be checked here' },
  [Outcome.SKIPPED]: { icon: '–', word: 'not looked at' },
});

/** Name, icon and word of a step that was or was not taken. */
export function stepInWords({ step, outcome }) {
  return { name: NAMES[step], ...SHOWN[outcome] };
}

/** The verdict in a word for programs, as a heading and in one sentence. */
export function verdictInWords(result) {
  const { verified, failedStep, uncheckedStep } = result;
  if (verified) {
    return { verdict: 'verified', heading: '✓ Verified', summary: whatHolds(result) };
  }
  if (failedStep !== undefined) {
    const name = NAMES[failedStep].toLowerCase();
    const summary = result.failedFile === undefined
      ? `The first step that failed is: ${name}.`
      : `The first failure is in ${result.failedFile}, step: ${name}.`;
    return { verdict: 'refused', heading: '✗ Not verified', summary };
  }
  return {
    verdict: 'undecided',
    heading: '? Not decided',
    summary: `This browser cannot check: ${NAMES[uncheckedStep].toLowerCase()}. Use ./picturelock verify.`,
  };
}

function whatHolds({ steps, events }) {
  if (events !== undefined) {
    return `All ${events} events are in the log, exactly as they are here.`;
  }
  const anchored = steps.some(({ step }) => step === Step.COMMITMENT)
    ? ', and the log of logs commits to it' : '';
  return `The event is in the log, exactly as it is here${anchored}.`;
}

/** Names and values that go with a result. */
export function facts({ verified, origin, index, size, root, leafHash, logs, events, elements }) {
  if (events !== undefined) {
    const counts = [['Events', String(events)], ['Elements', String(elements)]];
    return [
      ...logs.map((log) => ['Log', `${log.origin}, ${log.size} entries`]),
      ...(verified ? counts : []),
    ];
  }
  const told = [['Leaf hash', leafHash]];
  return origin === undefined
    ? told
    : [...told, ['Log', origin], ['Entry', `${index} of ${size}`], ['Root', root]];
}
