import { readFile, writeFile } from 'node:fs/promises';
import { growthTable } from './grow';
import type { Part, Results } from './results';
import { hostTable, table } from './table';

const BEGIN = '<!-- Written by npm run bench: change test/bench/readme.ts instead. -->';
const END = '<!-- End of what npm run bench writes. -->';

/** The part of the README that shows what was measured. */
export function figuresSection({ table: rows, shapes, editor, hosts, growth }: Results): string {
  const blocks = [
    rows && [
      `\`npm run bench -- --full\`: each side in a fresh process, the file in the page cache, results checked to be equal before they count; ${spreadNote(rows)}`,
      table(rows.rows, false),
    ],
    shapes && [
      `The same run, the same events in every shape of JSON: the time of the index for each byte, and how many times that of the portal’s list it is; ${spreadNote(shapes)}`,
      table(shapes.rows, false),
    ],
    editor && [
      `\`npm run bench -- --editor\`: the production build in fresh windows of VS Code (${editor.editor}), which are left alone for 4 s first; ${spreadNote(editor)} A click is counted up to what is drawn.`,
      table(editor.rows, false),
    ],
    hosts && [
      `The same in the two extension hosts of that editor: beside the files, and in the browser's worker as on vscode.dev, where a file comes whole through the editor and the prettified log is made in memory; ${spreadNote(hosts)}`,
      hostTable(hosts.rows, false),
    ],
    growth && [
      `\`npm run bench -- --grow\`: each size in fresh processes; ${spreadNote(growth)}`,
      growthTable(growth.rows, false),
    ],
  ];
  return [BEGIN, ...blocks.flatMap((block) => block ?? []), END].join('\n\n');
}

/** Puts a section in the place of the one that a README has. Throws when it has none. */
export function withSection(readme: string, section: string): string {
  const [start, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error('The README has lost the marks around the figures.');
  return readme.slice(0, start) + section + readme.slice(end + END.length);
}

/** Shows in the README what was measured. */
export async function writeSection(file: string, results: Results): Promise<void> {
  await writeFile(file, withSection(await readFile(file, 'utf8'), figuresSection(results)));
}

function spreadNote({ rounds, machine }: Part<unknown>): string {
  return `median of ${rounds} (lowest to highest). Measured on ${machine}.`;
}
