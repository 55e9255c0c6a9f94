// The page around the verifier. It only reads what a person hands it and shows what came out.

import { present } from './result.mjs';
import {
  isArchive, isSecureContext, kindOf, UnusableInputError, verify, verifyArchive,
} from './verifier.mjs';
import { EMPTY, INPUTS } from './words.mjs';

// A receipt or an event is kilobytes, all receipts of a long cut are tens of megabytes; more is a
// wrong file.
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_ARCHIVE_BYTES = 256 * 1024 * 1024;
const HEAD_BYTES = 4_000;
const KEYS = ['key', 'logOfLogsKey'];
const OF_ONE_RECEIPT = ['event', 'anchor', 'logOfLogsKey'];

const form = document.getElementById('form');
const given = {};
// Which file an input was handed last; one that is still being read must not come after it.
const newest = {};
// Which check is the newest; an older one must not show its result any more.
let checks = 0;

start();

function start() {
  if (!isSecureContext()) {
    show('environment', 'Browsers let a page compute with cryptography only over https or from'
      + ' localhost. Open it that way, or use ./picturelock verify.');
  }
  for (const input of Object.keys(INPUTS)) {
    forget(input);
    const chooser = document.getElementById(chooserOf(input));
    chooser.addEventListener('change', () => {
      const [file] = chooser.files;
      if (file !== undefined) {
        take(input, file);
      } else if (!KEYS.includes(input)) {
        forget(input);
      }
    });
  }
  for (const input of KEYS) {
    const field = document.getElementById(input);
    field.addEventListener('input', () => setKey(input, field.value, 'Given as text.'));
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    check();
  });
  form.addEventListener('reset', () => Object.keys(INPUTS).forEach(forget));
  document.addEventListener('dragover', dragOver);
  document.addEventListener('dragleave', () => markOver(null));
  document.addEventListener('drop', drop);
}

function chooserOf(input) {
  return KEYS.includes(input) ? `${input}-file` : input;
}

function dragOver(event) {
  event.preventDefault();
  markOver(event.target.closest?.('.input'));
}

function markOver(box) {
  document.querySelectorAll('.over').forEach((one) => one.classList.remove('over'));
  box?.classList.add('over');
}

/** One file goes where it is dropped; several, or one beside the boxes, go where they belong. */
async function drop(event) {
  event.preventDefault();
  markOver(null);
  const box = event.target.closest?.('.input');
  const files = [...event.dataTransfer.files];
  for (const file of files) {
    const input = files.length === 1 && box ? box.dataset.input : kindOf(await read(file, HEAD_BYTES));
    // The chooser must not go on naming a file that this one took the place of.
    document.getElementById(chooserOf(input)).value = '';
    await take(input, file);
  }
}

async function take(input, file) {
  forget(input);
  newest[input] = file;
  const zipped = input === 'receipt' && isArchive(await read(file, HEAD_BYTES));
  const most = zipped ? MAX_ARCHIVE_BYTES : MAX_BYTES;
  const bytes = file.size > most ? null : await read(file, most);
  if (newest[input] !== file) {
    return;
  }
  // Somebody may have begun a check while the file was being read.
  forget(input);
  if (bytes === null) {
    refuse(input, zipped
      ? `${file.name} is larger than 256 MiB; check it with ./picturelock verify.`
      : `${file.name} is larger than 16 MiB, so it is something else.`);
    return;
  }
  if (KEYS.includes(input)) {
    setKey(input, new TextDecoder().decode(bytes).trimEnd(), file.name);
    document.getElementById(input).value = given[input] ?? '';
  } else {
    given[input] = bytes;
    mark(input, 'given', `${file.name}, ${bytes.length} bytes`);
    explainWhatIsNotNeeded();
  }
}

async function read(file, most) {
  return new Uint8Array(await file.slice(0, most).arrayBuffer());
}

function setKey(input, text, where) {
  forget(input);
  const key = text.trim();
  if (key !== '') {
    given[input] = key;
    mark(input, 'given', where);
  }
}

function forget(input) {
  delete given[input];
  delete newest[input];
  mark(input, null, EMPTY[input]);
  explainWhatIsNotNeeded();
  // What is shown must never be the result of other files than those that are named above it.
  checks++;
  form.removeAttribute('aria-busy');
  document.getElementById('result').hidden = true;
  show('working', '');
  document.getElementById('announcement').textContent = '';
  show('missing', '');
}

function isOfCut() {
  return given.receipt !== undefined && isArchive(given.receipt);
}

/** A zip brings its events along, and an anchor is about one receipt. */
function explainWhatIsNotNeeded() {
  for (const input of OF_ONE_RECEIPT) {
    boxOf(input).classList.toggle('idle', isOfCut());
    if (given[input] === undefined && !boxOf(input).classList.contains('wrong')) {
      const idle = input === 'event' ? 'Not needed: the zip holds its events.' : 'Not for a zip.';
      document.getElementById(`${input}-state`).textContent = isOfCut() ? idle : EMPTY[input];
    }
  }
}

function refuse(input, why) {
  mark(input, 'wrong', why);
}

function boxOf(input) {
  return form.querySelector(`[data-input="${input}"]`);
}

function mark(input, kind, state) {
  const box = boxOf(input);
  box.classList.remove('given', 'wrong');
  if (kind !== null) {
    box.classList.add(kind);
  }
  document.getElementById(input).setAttribute('aria-invalid', String(kind === 'wrong'));
  document.getElementById(`${input}-state`).textContent = state;
}

async function check() {
  const missing = stillNeeded();
  if (missing.length > 0) {
    show('missing', `Still needed: ${missing.map((input) => INPUTS[input]).join(', ')}.`);
    document.getElementById(missing[0]).focus();
    return;
  }
  show('missing', '');
  checks++;
  const mine = checks;
  form.setAttribute('aria-busy', 'true');
  try {
    const result = await (isOfCut() ? checkCut(mine) : verify(given));
    if (mine === checks) {
      present(result);
    }
  } catch (error) {
    if (!(error instanceof UnusableInputError)) {
      throw error;
    }
    if (mine === checks) {
      refuse(error.input, `Cannot be used: ${error.message}`);
      show('missing', `${capital(INPUTS[error.input])} cannot be used, so nothing was checked.`);
      document.getElementById(error.input).focus();
    }
  } finally {
    if (mine === checks) {
      form.removeAttribute('aria-busy');
      show('working', '');
    }
  }
}

function stillNeeded() {
  const has = (input) => given[input] !== undefined;
  const anchored = !isOfCut() && (has('anchor') || has('logOfLogsKey'));
  const missing = ['receipt', ...(isOfCut() ? [] : ['event'])].filter((input) => !has(input));
  if (!has('key') && (anchored || !has('policy'))) {
    missing.push('key');
  }
  if (anchored && !has('anchor')) {
    missing.push('anchor');
  }
  if (anchored && !has('logOfLogsKey') && !has('policy')) {
    missing.push('logOfLogsKey');
  }
  return missing;
}

function checkCut(mine) {
  show('working', 'Checking…');
  // Once; the count that follows is for those who see it.
  document.getElementById('announcement').textContent = 'Checking…';
  return verifyArchive({
    archive: given.receipt,
    key: given.key,
    policy: given.policy,
    tell: (done, all) => mine === checks && show('working', `Checking… ${done} of ${all} receipts`),
  });
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function show(id, text) {
  const box = document.getElementById(id);
  box.textContent = text;
  box.hidden = text === '';
}
