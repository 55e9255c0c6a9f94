// How a log begins where another one ended (docs/log-format.md, "A new key").

import { MalformedError, utf8 } from './canonical.mjs';
import { parseNote, verifyNote } from './note.mjs';

const TYPE = 'picturelock.log.rotated.v1';
const TITLE = 'picturelock log rotation v1\n';
const HEAD_LINES = 3;

/** Reads the first entry of a log that follows another one: `{statement, oldKey, reason}`. */
export function parseRotation(firstEntry) {
  let event;
  try {
    event = JSON.parse(utf8('rotation', firstEntry));
  } catch {
    throw new MalformedError('rotation', 'no JSON');
  }
  if (event?.type !== TYPE) {
    throw new MalformedError('rotation', `it is not a ${TYPE}`);
  }
  const { statement, previous, reason } = event.data ?? {};
  return Object.freeze({
    statement: parseNote(String(statement)),
    oldKey: previous?.verifierKey,
    reason,
    /** Others may have had the old key: its word for the new one is then worth nothing. */
    oldKeyWasStolen: reason === 'KEY_COMPROMISED',
  });
}

/**
 * Why a log with the new key, of which this is the first entry, does not follow the old one, whose
 * last checkpoint is `ended`; null when it does, `undefined` when this browser cannot tell.
 */
export async function whyItDoesNotFollow({ statement, oldKey }, ended, old, next) {
  const head = ended.text.split('\n').slice(0, HEAD_LINES).join('\n');
  if (!statement.text.startsWith(`${TITLE}${head}\n`)) {
    return `its first entry does not say that it follows the ${ended.size} entries of`
      + ` '${ended.origin}' that are here`;
  }
  if (statement.text !== `${TITLE}${head}\n${next.name}\n${next.text}\n`) {
    return 'its first entry is about another log that follows, or another key';
  }
  if (oldKey !== old.text) {
    return `its first entry names another key of '${ended.origin}'`;
  }
  const { rejected, endorsements, unchecked } = await verifyNote(statement, [old, next]);
  if (rejected !== undefined) {
    return rejected;
  }
  const silent = [old, next].filter((one) => !endorsements.some(({ key }) => key === one));
  if (silent.some((one) => unchecked.includes(one))) {
    return undefined;
  }
  return silent.length === 0 ? null : `the key of '${silent[0].name}' did not sign that it follows`;
}
