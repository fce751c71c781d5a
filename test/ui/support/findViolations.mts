import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame, Page } from 'playwright-core';

/** What axe is run for: WCAG 2.1, levels A and AA, without exceptions. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Lets axe look at a frame, or at the part of it that `selector` names; one line for each fault. */
export async function findViolations(frame: Frame | Page, selector = 'html'): Promise<string[]> {
  const script = path.resolve('node_modules/axe-core/axe.min.js');
  await frame.evaluate(await fs.readFile(script, 'utf8'));
  return frame.evaluate(
    async ([root, values]) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(root, { runOnly: { type: 'tag', values } });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
    },
    [selector, tags] as const,
  );
}

/** The part of axe that is used here (https://github.com/dequelabs/axe-core/blob/develop/doc/API.md). */
interface Axe {
  run(
    root: string,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}
