import { htmlText } from '../text/escape';

/** A part of the page under a head. Its content is HTML already. */
export function section(title: string, content: string): string {
  return `<section><h2>${title}</h2>${content}</section>`;
}

/** A head that begins with `#` is one of numbers. Cells are HTML already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = heads.map((head) =>
    head.startsWith('#') ? `<th scope="col" class="number">${head.slice(1)}</th>` : `<th scope="col">${head}</th>`,
  );
  const body = rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n');
  return `<table><thead><tr>${row.join('')}</tr></thead><tbody>${body}</tbody></table>`;
}

/** A cell with a number or a time. */
export function cell(text: string, kind: 'number' | 'time'): string {
  return `<td class="${kind}">${htmlText(text)}</td>`;
}

/** A time for a column whose head names the zone. */
export function withoutZone(time: string): string {
  return time.replace(/ UTC$/, '');
}

/** A sentence below a table; nothing for `""`. */
export function note(sentence: string): string {
  return sentence === '' ? '' : `<p class="note">${htmlText(sentence)}</p>`;
}
