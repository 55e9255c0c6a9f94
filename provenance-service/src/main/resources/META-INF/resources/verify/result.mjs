// Shows what came out of a check, and takes the reader there.

import { facts, stepInWords, verdictInWords } from './words.mjs';

export function present(result) {
  const { verdict, heading, summary } = verdictInWords(result);
  const section = document.getElementById('result');
  section.dataset.verdict = verdict;
  document.getElementById('verdict').textContent = heading;
  document.getElementById('summary').textContent = summary;
  document.getElementById('steps').replaceChildren(...result.steps.map(listItem));
  document.getElementById('facts').replaceChildren(...facts(result).flatMap(([name, value]) => [
    element('dt', null, name),
    element('dd', null, value),
  ]));
  section.hidden = false;
  document.getElementById('announcement').textContent = `${heading} ${summary}`;
  document.getElementById('verdict').focus();
}

function listItem(taken) {
  const { name, icon, word } = stepInWords(taken);
  const item = element('li');
  item.dataset.step = taken.step;
  item.dataset.outcome = taken.outcome;
  const sign = element('span', 'icon', icon);
  sign.setAttribute('aria-hidden', 'true');
  const title = element('span', 'name', name);
  title.append(element('span', 'word', word));
  item.append(sign, title, element('span', 'detail', taken.detail));
  return item;
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
