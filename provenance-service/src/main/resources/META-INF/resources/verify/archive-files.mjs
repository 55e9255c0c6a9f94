// The files of an archive of receipts, and the first of them that is not as it should be.

import { MalformedError, utf8 } from './canonical.mjs';
import { Outcome } from './steps.mjs';
import { filesOf, unpack } from './zip.mjs';

/** What is looked at besides the steps of each receipt. */
export const ArchiveStep = Object.freeze({
  ARCHIVE: 'archive',
  KEY: 'key',
  ROTATION: 'rotation',
  CHECKPOINT: 'checkpoint',
  RECEIPTS: 'receipts',
  EVENT_ID: 'event-id',
  SAME_CHECKPOINT: 'same-checkpoint',
  ELEMENTS: 'elements',
});

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const EVENT = new RegExp(`^events/(${ID})\\.json$`);
const RECEIPT = new RegExp(`^receipts/(${ID})\\.tlog-proof$`);
const LOG = /^(logs\/([1-9][0-9]{0,8})\/)?(?:checkpoint|key|rotation\.json|rotation\.tlog-proof)$/;
export const ELEMENTS = 'elements.json';
const MAX_FILES = 400_000;

/** The first thing in an archive that does not hold, or that this browser cannot check. */
export class Stop extends Error {
  constructor(file, step, reason, outcome = Outcome.FAILED) {
    super(reason);
    Object.assign(this, { file, step, reason, outcome });
  }
}

/** What parsing gives; where the bytes are not what they should be, the file and the step stop. */
export async function parsed(file, step, parse) {
  try {
    return await parse();
  } catch (error) {
    throw error instanceof MalformedError ? new Stop(file, step, error.message) : error;
  }
}

export function utf8Of(bytes, file, step) {
  try {
    return utf8(file, bytes);
  } catch (error) {
    throw new Stop(file, step, error.message);
  }
}

/** The files, none of which has a name that does not belong there. */
export class Archive {
  #files;
  #events = new Set();
  #logs = new Map();

  constructor(bytes) {
    try {
      this.#files = filesOf(bytes, MAX_FILES);
    } catch (error) {
      throw error instanceof MalformedError ? new Stop('zip', ArchiveStep.ARCHIVE, error.message) : error;
    }
    const receipts = [];
    for (const name of this.#files.keys()) {
      const [, id] = EVENT.exec(name) ?? [];
      const [, proven] = RECEIPT.exec(name) ?? [];
      const ofLog = LOG.exec(name);
      if (id !== undefined) {
        this.#events.add(id);
      } else if (proven !== undefined) {
        receipts.push(proven);
      } else if (ofLog !== null) {
        this.#logs.set(ofLog[1] ?? '', ofLog[2] === undefined ? Infinity : Number(ofLog[2]));
      } else if (name !== ELEMENTS) {
        throw new Stop(name, ArchiveStep.ARCHIVE, 'no such file belongs here');
      }
    }
    this.#requireWhole(receipts);
  }

  get size() {
    return this.#files.size;
  }

  /** Folders of the logs, oldest first; the newest has none. */
  get logs() {
    return [...this.#logs.keys()].sort((one, other) => this.#logs.get(one) - this.#logs.get(other));
  }

  get events() {
    return [...this.#events].sort();
  }

  hasEvent(id) {
    return this.#events.has(id);
  }

  async read(name, most) {
    const file = this.#files.get(name);
    if (file === undefined) {
      throw new Stop(name, ArchiveStep.ARCHIVE, 'it is missing');
    }
    return parsed(name, ArchiveStep.ARCHIVE, () => unpack(file, most));
  }

  #requireWhole(receipts) {
    for (const name of ['checkpoint', 'key', ELEMENTS]) {
      if (!this.#files.has(name)) {
        throw new Stop(name, ArchiveStep.ARCHIVE, 'it is missing');
      }
    }
    const [oldest] = this.logs;
    for (const name of [`${oldest}rotation.json`, `${oldest}rotation.tlog-proof`]) {
      if (this.#files.has(name)) {
        throw new Stop(name, ArchiveStep.ARCHIVE, 'the log that it follows is missing');
      }
    }
    if (this.#events.size === 0) {
      throw new Stop('the zip', ArchiveStep.ARCHIVE, 'no event is in it, so it shows nothing');
    }
    const orphan = receipts.find((id) => !this.#events.has(id));
    if (orphan !== undefined) {
      throw new Stop(`receipts/${orphan}.tlog-proof`, ArchiveStep.ARCHIVE, 'its event is missing');
    }
  }
}
