// Whether an entry is at the place in a log that its receipt names.

import { hex } from './canonical.mjs';
import { leafHash, whyNotIncluded } from './merkle.mjs';
import { Step } from './steps.mjs';

const LINE_END = 0x0a;

/** Step 4 of c2sp.org/tlog-proof: the inclusion proof binds the leaf to the signed root. */
export async function include({ index, proof, checkpoint }, leaf, entry, progress) {
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
  const trimmed = entry.at(-1) === LINE_END ? await leafHash(entry.slice(0, -1)) : null;
  const edited = trimmed !== null && (await whyNotIncluded(trimmed, index, size, root, proof)) === null;
  progress.failed(Step.INCLUSION, edited
    ? `the file ends with a line end that the logged event does not have: ${why}`
    : `these bytes are not entry ${index} of the log, or the proof was altered: ${why}`);
}
