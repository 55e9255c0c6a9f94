// Receipts (c2sp.org/tlog-proof) and the checkpoints in them (c2sp.org/tlog-checkpoint).

import { base64, decimal, hex, line, MalformedError, utf8 } from './canonical.mjs';
import { hash, path } from './merkle.mjs';
import { MAX_BYTES, parseNote } from './note.mjs';

const HEADER = 'c2sp.org/tlog-proof@v1';
const EXTRA = 'extra ';
const INDEX = 'index ';
// SHA-256 of nothing
const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Reads a receipt; the bytes have exactly one reading, or none. */
export function parseReceipt(bytes) {
  if (bytes.length > MAX_BYTES) {
    throw new MalformedError('receipt', `${bytes.length} bytes, at most 1000000 can be`);
  }
  const whole = utf8('receipt', bytes);
  const emptyLine = whole.indexOf('\n\n');
  if (emptyLine < 0) {
    throw new MalformedError('receipt', 'no empty line before the checkpoint');
  }
  const lines = whole.slice(0, emptyLine).split('\n');
  if (lines.shift() !== HEADER) {
    throw new MalformedError('receipt', `the first line is not ${HEADER}`);
  }
  let extra = new Uint8Array(0);
  if (lines[0]?.startsWith(EXTRA)) {
    const text = lines.shift().slice(EXTRA.length);
    if (text === '') {
      throw new MalformedError('extra', 'empty');
    }
    extra = base64('extra', text);
  }
  if (!lines[0]?.startsWith(INDEX)) {
    throw new MalformedError('receipt', 'no index line');
  }
  const index = decimal('leaf index', lines.shift().slice(INDEX.length));
  const proof = path(lines.map(hash));
  const note = parseNote(whole.slice(emptyLine + 2));
  return Object.freeze({ index, proof, extra, checkpoint: parseCheckpoint(note.text), note });
}

/** Origin, size and root, and all of the text; further lines are opaque here. */
export function parseCheckpoint(text) {
  const [origin, size, root, ...rest] = text.split('\n');
  // what follows the last line end is a part too, an empty one
  if (rest.length === 0) {
    throw new MalformedError('checkpoint', 'want the lines origin, size and root');
  }
  const checkpoint = {
    text,
    origin: line('origin', origin),
    size: decimal('tree size', size),
    root: hash(root),
  };
  if (checkpoint.size === 0n && hex(checkpoint.root) !== EMPTY_ROOT) {
    throw new MalformedError('root', `the empty tree does not have the root ${hex(checkpoint.root)}`);
  }
  rest.slice(0, -1).forEach((extension) => line('extension line', extension));
  return Object.freeze(checkpoint);
}
