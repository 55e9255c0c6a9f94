// What is looked at, in which order, and how it went; the names are those of `./picturelock verify`.

import { MalformedError } from './canonical.mjs';

/** The steps of one receipt, in the order in which they are taken. */
export const Step = Object.freeze({
  RECEIPT: 'receipt',
  EVENT_HASH: 'event-hash',
  ORIGIN: 'origin',
  SIGNATURE: 'signature',
  /** Only where there is a policy. */
  QUORUM: 'quorum',
  INCLUSION: 'inclusion',
  // From here on only where there is an anchor.
  ANCHOR: 'anchor',
  LOG_OF_LOGS: 'log-of-logs',
  ANCHORED: 'anchored',
  LABEL: 'label',
  COMMITMENT: 'commitment',
  CHECKPOINT: 'checkpoint',
});

const ALL = Object.values(Step);
export const STEPS_OF_RECEIPT = Object.freeze(ALL.slice(0, ALL.indexOf(Step.ANCHOR)));
export const STEPS_OF_ANCHOR = Object.freeze(ALL.slice(ALL.indexOf(Step.ANCHOR)));

export const Outcome = Object.freeze({
  OK: 'ok',
  FAILED: 'failed',
  /** This browser cannot tell; nothing is wrong so far. */
  UNCHECKED: 'unchecked',
  /** Not looked at, because an earlier step does not hold. */
  SKIPPED: 'skipped',
});

/** The steps that were taken; after one that does not hold there is no other. */
export class Progress {
  #names;
  #taken = [];
  end = undefined;

  constructor(names) {
    this.#names = names;
  }

  get hasEnded() {
    return this.end !== undefined;
  }

  /** What parsing gives, or null when it fails and with it the step. */
  read(step, what, parse) {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof MalformedError)) {
        throw error;
      }
      this.failed(step, `not ${what}: ${error.message}`);
      return null;
    }
  }

  ok(step, detail) {
    this.#taken.push({ step, outcome: Outcome.OK, detail });
  }

  failed(step, detail) {
    this.#end({ step, outcome: Outcome.FAILED, detail });
  }

  unchecked(step, detail) {
    this.#end({ step, outcome: Outcome.UNCHECKED, detail });
  }

  /** What was taken, and the rest as skipped. */
  result() {
    const skipped = this.#names
      .filter((name) => !this.#taken.some(({ step }) => step === name))
      .map((step) => ({ step, outcome: Outcome.SKIPPED, detail: 'not looked at' }));
    return {
      verified: !this.hasEnded && skipped.length === 0,
      failedStep: this.end?.outcome === Outcome.FAILED ? this.end.step : undefined,
      uncheckedStep: this.end?.outcome === Outcome.UNCHECKED ? this.end.step : undefined,
      steps: [...this.#taken, ...skipped],
    };
  }

  #end(taken) {
    this.#taken.push(taken);
    this.end = taken;
  }
}
