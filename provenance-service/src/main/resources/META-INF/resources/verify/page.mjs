// The page around the verifier. It only reads what a person hands it and shows what came out.

import { isSecureContext, kindOf, Outcome, Step, UnusableInputError, verify } from './verifier.mjs';

// A receipt or an event is kilobytes; more is a wrong file.
const MAX_BYTES = 16 * 1024 * 1024;

const NAMES = Object.freeze({
  [Step.RECEIPT]: 'Receipt',
  [Step.EVENT_HASH]: 'Event hash',
  [Step.ORIGIN]: 'Origin',
  [Step.SIGNATURE]: 'Signature',
  [Step.QUORUM]: 'Quorum',
  [Step.INCLUSION]: 'Inclusion',
});

const SHOWN = Object.freeze({
  [Outcome.OK]: { icon: '✓', word: 'holds' },
  [Outcome.FAILED]: { icon: '✗', word: 'does not hold' },
  [Outcome.UNCHECKED]: { icon: '?', word: 'cannot be checked here' },
  [Outcome.SKIPPED]: { icon: '–', word: 'not looked at' },
});

const EMPTY = Object.freeze({
  receipt: 'Nothing chosen yet, choose a file or drop it here.',
  event: 'Nothing chosen yet, choose a file or drop it here.',
  key: 'Nothing given yet.',
  policy: 'None: no cosignature is asked for.',
});

const form = document.getElementById('form');
const keyText = document.getElementById('key');
const given = {};

start();

function start() {
  if (!isSecureContext()) {
    show('environment', 'Browsers let a page compute with cryptography only over https or from'
      + ' localhost. Open it that way, or use ./picturelock verify.');
  }
  for (const input of ['receipt', 'event', 'policy']) {
    document.getElementById(input).addEventListener('change', (event) => {
      const [file] = event.target.files;
      return file === undefined ? forget(input) : take(input, file);
    });
  }
  document.getElementById('key-file').addEventListener('change', (event) => {
    const [file] = event.target.files;
    return file === undefined ? undefined : take('key', file);
  });
  keyText.addEventListener('input', () => setKey(keyText.value, 'Given as text.'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    check();
  });
  form.addEventListener('reset', () => Object.keys(EMPTY).forEach(forget));
  document.addEventListener('dragover', dragOver);
  document.addEventListener('dragleave', () => markOver(null));
  document.addEventListener('drop', drop);
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
    const input = files.length === 1 && box ? box.dataset.input : kindOf(await read(file));
    // The chooser must not go on naming a file that this one took the place of.
    document.getElementById(input === 'key' ? 'key-file' : input).value = '';
    await take(input, file);
  }
}

async function take(input, file) {
  forget(input);
  if (file.size > MAX_BYTES) {
    refuse(input, `${file.name} is larger than 16 MiB, so it is something else.`);
    return;
  }
  const bytes = await read(file);
  if (input === 'key') {
    setKey(new TextDecoder().decode(bytes).trimEnd(), file.name);
    keyText.value = given.key ?? '';
  } else {
    given[input] = bytes;
    mark(input, 'given', `${file.name}, ${bytes.length} bytes`);
  }
}

async function read(file) {
  return new Uint8Array(await file.slice(0, MAX_BYTES + 1).arrayBuffer());
}

function setKey(text, where) {
  forget('key');
  const key = text.trim();
  if (key !== '') {
    given.key = key;
    mark('key', 'given', where);
  }
}

function forget(input) {
  delete given[input];
  mark(input, null, EMPTY[input]);
  // What is shown must never be the result of other files than those that are named above it.
  document.getElementById('result').hidden = true;
  document.getElementById('announcement').textContent = '';
  show('missing', '');
}

function refuse(input, why) {
  mark(input, 'wrong', why);
}

function mark(input, kind, state) {
  const box = form.querySelector(`[data-input="${input}"]`);
  box.classList.remove('given', 'wrong');
  if (kind !== null) {
    box.classList.add(kind);
  }
  document.getElementById(input).setAttribute('aria-invalid', String(kind === 'wrong'));
  document.getElementById(`${input}-state`).textContent = state;
}

async function check() {
  const missing = ['receipt', 'event'].filter((input) => given[input] === undefined);
  if (given.key === undefined && given.policy === undefined) {
    missing.push('key');
  }
  if (missing.length > 0) {
    show('missing', `Still needed: ${missing.map((input) => `the ${input}`).join(', ')}.`);
    document.getElementById(missing[0]).focus();
    return;
  }
  show('missing', '');
  try {
    present(await verify(given));
  } catch (error) {
    if (!(error instanceof UnusableInputError)) {
      throw error;
    }
    refuse(error.input, `Cannot be used: ${error.message}`);
    show('missing', `The ${error.input} cannot be used, so nothing was checked.`);
    document.getElementById(error.input).focus();
  }
}

function present(result) {
  const { verdict, heading, summary } = inWords(result);
  const section = document.getElementById('result');
  section.dataset.verdict = verdict;
  document.getElementById('verdict').textContent = heading;
  document.getElementById('summary').textContent = summary;
  document.getElementById('steps').replaceChildren(...result.steps.map(listItem));
  document.getElementById('facts').replaceChildren(...facts(result));
  section.hidden = false;
  document.getElementById('announcement').textContent = `${heading} ${summary}`;
  document.getElementById('verdict').focus();
}

function inWords({ verified, failedStep, uncheckedStep }) {
  if (verified) {
    return {
      verdict: 'verified',
      heading: '✓ Verified',
      summary: 'The event is in the log, exactly as it is here.',
    };
  }
  if (failedStep !== undefined) {
    return {
      verdict: 'refused',
      heading: '✗ Not verified',
      summary: `The first step that failed is: ${NAMES[failedStep].toLowerCase()}.`,
    };
  }
  return {
    verdict: 'undecided',
    heading: '? Not decided',
    summary: `This browser cannot check: ${NAMES[uncheckedStep].toLowerCase()}. Use ./picturelock verify.`,
  };
}

function listItem({ step, outcome, detail }) {
  const { icon, word } = SHOWN[outcome];
  const item = element('li');
  item.dataset.step = step;
  item.dataset.outcome = outcome;
  const sign = element('span', 'icon', icon);
  sign.setAttribute('aria-hidden', 'true');
  const name = element('span', 'name', NAMES[step]);
  name.append(element('span', 'word', word));
  item.append(sign, name, element('span', 'detail', detail));
  return item;
}

function facts({ origin, index, size, root, leafHash }) {
  const told = { 'Leaf hash': leafHash };
  if (origin !== undefined) {
    Object.assign(told, { Log: origin, Entry: `${index} of ${size}`, Root: root });
  }
  return Object.entries(told).flatMap(([name, value]) => [
    element('dt', null, name),
    element('dd', null, value),
  ]);
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function show(id, text) {
  const box = document.getElementById(id);
  box.textContent = text;
  box.hidden = text === '';
}
