import * as path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';

/** The editor's window as a person uses it. Every method waits for what it needs, and fails when that does not come. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Chooses a command in the palette by its full title ("Category: Title"). */
  async runCommand(title: string): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const row = await this.findCommand(title);
      // The page that stands for a binary file takes the focus as soon as it is there, and the palette is gone.
      const isChosen = await row.click({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (isChosen) return;
    }
    throw new Error(`The palette was closed each time before "${title}" could be chosen.`);
  }

  /** Opens the palette and resolves to a command's row in it. */
  async findCommand(title: string): Promise<Locator> {
    const row = this.quickPickRow(title).first();
    // The palette does not grow while it is open, and an extension's commands come some seconds after the window.
    for (let attempt = 0; attempt < 10; attempt++) {
      const isOpen = await this.openPalette(title).then(
        () => true,
        () => false,
      );
      if (isOpen && (await appears(row, 2_000))) return row;
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`The palette has no command "${title}".`);
  }

  /** Opens the command palette with a text typed in. */
  async openPalette(text: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input[type=text]').first().fill(`>${text}`, { timeout: 5_000 });
  }

  /** A row of the open quick pick whose label is exactly `label`. */
  quickPickRow(label: string): Locator {
    const name = this.page.locator('.label-name', { hasText: exactly(label) });
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ has: name });
  }

  /** Opens a file of the workspace by name, as text. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    await this.page.locator('.quick-input-widget input[type=text]').first().fill(name);
    await this.quickPickRow(name.split('/').at(-1)!).first().click();
    await this.tab(name.split('/').at(-1)!).waitFor();
  }

  /** Puts the cursor of the text editor at a line and column, both counted from 1, and brings it into view. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget input[type=text]').first();
    await input.fill(`:${line}:${column}`);
    // Taken too early, Enter does nothing.
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: String(column) }).waitFor();
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace with the viewer, beside its text. */
  async openInViewer(name: string): Promise<void> {
    await this.openFile(name);
    await this.runCommand('View: Reopen Editor With...');
    await this.quickPickRow('Provisioning Log Viewer').click();
  }

  /** The drawn lines of the text editor that contain a text. */
  editorLine(text: string): Locator {
    return this.page.locator('.view-lines .view-line', { hasText: text }).first();
  }

  /** The first tab of an editor with a label. */
  tab(label: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: label }).first();
  }

  /** The rows of our tree that are drawn at present, from the top. */
  treeRows(): Locator {
    return this.page.locator('.pane-body .customview-tree .monaco-list-row');
  }

  /** The drawn rows at a depth of our tree; logs are at 1. */
  treeRowsOfLevel(level: number): Locator {
    return this.treeRows().and(this.page.locator(`[aria-level="${level}"]`));
  }

  /** The first drawn row of our tree that contains a text. */
  treeRow(text: string | RegExp): Locator {
    return this.treeRows().filter({ hasText: text }).first();
  }

  /** Opens a row of our tree, unless it is open. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.treeRow(text);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'true') return;
    await row.locator('.monaco-tl-twistie').click();
    await this.page.locator('.monaco-tl-row .codicon-tree-item-loading').waitFor({ state: 'detached' });
  }

  /** Points at the end of the first drawn `text` in a text editor and resolves to the hover's content. */
  async hoverOver(text: string): Promise<Locator> {
    await this.page.locator('.view-lines .view-line').first().waitFor();
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    // The text may still be scrolling into view, and an editor that has just opened may not ask for hovers yet.
    for (let attempt = 0; attempt < 10; attempt++) {
      const place = await this.page.waitForFunction(placeOfText, text);
      const { x, y } = (await place.jsonValue())!;
      await this.page.mouse.move(x - 20, y);
      await this.page.mouse.move(x, y, { steps: 4 });
      if (await appears(hover, 3_000)) return hover;
    }
    throw new Error(`Nothing was said of ${text}.`);
  }

  /** An entry of the status bar. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** Opens the sample from the palette and waits until its jobs are in the tree. */
  async openSample(): Promise<void> {
    await this.runCommand('Provisioning Log: Open the Sample Log');
    await this.treeRowsOfLevel(2).nth(3).waitFor({ timeout: 60_000 });
  }

  /** Shows the first failure of a job in the event panel and resolves to the panel's page. */
  async showFirstFailure(job: string): Promise<Frame> {
    await this.expand(job);
    await this.expand(/^Failures \(/);
    // Log, job, bucket, event.
    await this.treeRowsOfLevel(4).first().click();
    return this.webviewFrame('body[data-app="eventPanel"] [role=tab]');
  }

  /** The messages that are shown in the corner. */
  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  /** The innermost frame of the web view that holds an element for `selector`. */
  async webviewFrame(selector: string, timeoutMs = 20_000): Promise<Frame> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      for (const frame of this.page.frames()) {
        // Frames come and go while a web view is drawn.
        const count = frame.url().includes('fake.html')
          ? await frame
              .locator(selector)
              .count()
              .catch(() => 0)
          : 0;
        if (count > 0) return frame;
      }
      if (Date.now() > end) throw new Error(`No web view showed ${selector} within ${timeoutMs} ms.`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Takes a picture of the window into `dist/screenshots`; the title may hold blanks. */
  async screenshot(title: string): Promise<void> {
    await this.page.screenshot({ path: path.resolve('dist', 'screenshots', `${title.replaceAll(' ', '-')}.png`) });
  }

  /**
   * Loads the window anew, as a person does after an update. By command: the editor then writes down what it is to show
   * again, which a page that is simply reloaded has no time for.
   */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 60_000 });
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench').waitFor();
  }
}

async function appears(locator: Locator, timeoutMs: number): Promise<boolean> {
  return locator.waitFor({ timeout: timeoutMs }).then(
    () => true,
    () => false,
  );
}

/** In the page: where the last character of the first drawn occurrence of a text in an editor is. */
function placeOfText(text: string): { x: number; y: number } | undefined {
  for (const line of document.querySelectorAll('.view-lines .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    // The editor draws spaces as U+00A0 and cuts a line into pieces by colour.
    const start = nodes
      .map((node) => node.data)
      .join('')
      .replaceAll('\u00a0', ' ')
      .indexOf(text);
    if (start < 0) continue;
    let before = 0;
    for (const node of nodes) {
      const offset = start + text.length - 1 - before;
      before += node.data.length;
      if (offset >= node.data.length) continue;
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      if (left + width < window.innerWidth && top + height < window.innerHeight) {
        return { x: left + width / 2, y: top + height / 2 };
      }
      break;
    }
  }
  return undefined;
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
