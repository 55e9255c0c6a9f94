// The names and bytes in a zip (APPNOTE.TXT 6.3), read so that nobody can read it in another way.
//
// Files follow one another from the first byte to the directory, the directory is followed by its
// end and nothing else, and both say the same of each file. A file is unpacked up to the size that
// the caller allows and no further.

import { equal, MalformedError } from './canonical.mjs';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const MANY = 0xffff;
const SIZES_FOLLOW = 0x0008;
const IS_UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;

/** The files by name, each of which `unpack` reads. Refuses more than `most` and repeated names. */
export function filesOf(bytes, most) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, from, to } = directory(view);
  if (count > most) {
    throw malformed(`${count} files, at most ${most} can be`);
  }
  const files = [];
  let at = from;
  for (let i = 0; i < count; i++) {
    check(at + 46 <= to && view.getUint32(at, true) === CENTRAL, 'its directory is broken');
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const end = at + 46 + lengths[0] + lengths[1] + lengths[2];
    check(end <= to, 'its directory is broken');
    files.push({
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      rawName: bytes.subarray(at + 46, at + 46 + lengths[0]),
    });
    at = end;
  }
  check(at === to, 'its directory is longer than its files');
  return located(bytes, view, files, from);
}

/** Where the directory is; with many files a second end, of 64 bits, says so. */
function directory(view) {
  const end = view.byteLength - END_BYTES;
  check(end >= 0 && view.getUint32(end, true) === END && view.getUint16(end + 20, true) === 0,
    'it does not end as a zip does');
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const from = view.getUint32(end + 16, true);
  check(view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count,
    'it is a part of several');
  if (count < MANY) {
    check(from + size === end, 'there is something between its files and its end');
    return { count, from, to: end };
  }
  const locator = end - LOCATOR_BYTES;
  check(locator >= 0 && view.getUint32(locator, true) === LOCATOR_64, 'its end is broken');
  const end64 = Number(view.getBigUint64(locator + 8, true));
  check(end64 + 56 === locator && view.getUint32(end64, true) === END_64, 'its end is broken');
  const [many, length, start] = [32, 40, 48].map((field) => view.getBigUint64(end64 + field, true));
  check(start + length === BigInt(end64), 'there is something between its files and its end');
  return { count: Number(many), from: Number(start), to: end64 };
}

/** Holds each file's own head against the directory, and its end against the next one's beginning. */
function located(bytes, view, files, directoryAt) {
  const found = new Map();
  files.sort((one, other) => one.at - other.at);
  let at = 0;
  for (const file of files) {
    const name = String.fromCharCode(...file.rawName);
    check(file.at === at && at + 30 <= directoryAt && view.getUint32(at, true) === LOCAL,
      `${name} does not begin where the file before it ends`);
    check((file.flags & ~(SIZES_FOLLOW | IS_UTF8)) === 0
      && (file.method === STORED || file.method === DEFLATED)
      && !(file.method === STORED && (file.flags & SIZES_FOLLOW)),
    `${name} is packed in a way that is not read here`);
    const nameAt = at + 30;
    const dataAt = nameAt + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    check(view.getUint16(at + 6, true) === file.flags && view.getUint16(at + 8, true) === file.method
      && equal(bytes.subarray(nameAt, nameAt + view.getUint16(at + 26, true)), file.rawName),
    `${name} is said to be another file`);
    at = dataAt + file.packed;
    check(at <= directoryAt, `${name} is longer than the zip`);
    if (file.flags & SIZES_FOLLOW) {
      check(at + 16 <= directoryAt && view.getUint32(at, true) === DESCRIPTOR
        && view.getUint32(at + 8, true) === file.packed && view.getUint32(at + 12, true) === file.size,
      `${name} is said to have another size`);
      at += 16;
    }
    check(!found.has(name), `${name} is there twice`);
    found.set(name, {
      ...file, name, data: bytes.subarray(dataAt, dataAt + file.packed),
    });
  }
  check(at === directoryAt, 'there is something between its files and its directory');
  return found;
}

/** The bytes of a file that has `most` bytes at most. */
export async function unpack(file, most) {
  check(file.size <= most, `${file.name} is larger than the ${most} bytes it can have`);
  const content = file.method === STORED ? file.data : await inflate(file);
  check(content.length === file.size, `${file.name} is said to have another size`);
  check(crc32(content) === file.crc, `${file.name} is damaged`);
  return content;
}

async function inflate({ name, size, data }) {
  const content = new Uint8Array(size);
  let at = 0;
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      check(at + part.value.length <= size, `${name} is larger than it is said to be`);
      content.set(part.value, at);
      at += part.value.length;
    }
  } catch (error) {
    throw error instanceof MalformedError ? error : malformed(`${name} cannot be unpacked`);
  }
  return content.subarray(0, at);
}

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest = (rest >>> 8) ^ REMAINDERS[(rest ^ byte) & 0xff];
  }
  return ~rest >>> 0;
}

function check(holds, otherwise) {
  if (!holds) {
    throw malformed(otherwise);
  }
}

function malformed(problem) {
  return new MalformedError('zip', problem);
}
