import { render, type ComponentChild } from 'preact';

/**
 * What a page shows, as text of lines: preact draws it into elements of our own, which know no more of a browser than
 * drawing needs. Headings begin with `#`, list items with `-`, what unfolds with `>`; buttons stand in brackets, cells
 * are parted by `|`. What stands there for screen readers only is left out. `wordBreak` stands where a word may break.
 */
export function drawnText(vnode: ComponentChild, wordBreak = ''): string {
  const root = new PlainElement('main');
  const kept = globalThis.document;
  globalThis.document = plainDocument as unknown as Document;
  try {
    render(vnode, root as unknown as Element);
    const text = linesOf(root, '').join('\n').replaceAll(WORD_BREAK, wordBreak);
    // Taken down again, so that no effect of it runs later.
    render(null, root as unknown as Element);
    return text;
  } finally {
    globalThis.document = kept;
  }
}

/** Occurs in no text that pages show: they spell it out. */
const WORD_BREAK = '\0';

/** A node in the tree that preact builds. */
class PlainNode {
  parentNode: PlainElement | null = null;
  readonly ownerDocument = plainDocument;

  get nextSibling(): PlainNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

class PlainText extends PlainNode {
  readonly nodeType = 3;

  constructor(public data: string) {
    super();
  }
}

class PlainElement extends PlainNode {
  readonly nodeType = 1;
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml';
  readonly childNodes: PlainNode[] = [];
  readonly attributes = new Map<string, string>();
  readonly style = {};

  constructor(readonly localName: string) {
    super();
  }

  get firstChild(): PlainNode | null {
    return this.childNodes[0] ?? null;
  }

  insertBefore(node: PlainNode, before: PlainNode | null): PlainNode {
    node.remove();
    const at = before === null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, node);
    node.parentNode = this;
    return node;
  }

  appendChild(node: PlainNode): PlainNode {
    return this.insertBefore(node, null);
  }

  removeChild(node: PlainNode): void {
    const at = this.childNodes.indexOf(node);
    if (at >= 0) this.childNodes.splice(at, 1);
    node.parentNode = null;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  addEventListener(): void {
    // Nobody presses anything here.
  }
}

const plainDocument = {
  createElement: (name: string) => new PlainElement(name),
  createElementNS: (_space: string, name: string) => new PlainElement(name),
  createTextNode: (data: string) => new PlainText(data),
};

const blocks = new Set(
  'main header section div p h1 h2 h3 ol ul li details summary table caption thead tbody tr pre'.split(' '),
);

function linesOf(element: PlainElement, indent: string): string[] {
  if (isUnseen(element)) return [];
  const { localName: name } = element;
  if (name === 'tr') return [indent + element.childNodes.filter(isElement).map(inlineText).join(' | ')];
  if (!element.childNodes.some((child) => isElement(child) && blocks.has(child.localName))) {
    const text = inlineText(element);
    return text === '' ? [] : text.split('\n').map((line) => indent + before(name) + line);
  }
  const inner = ['li', 'details'].includes(name) ? `${indent}  ` : indent;
  const lines: string[] = [];
  let run: PlainNode[] = [];
  const endRun = () => {
    const text = run.map(inlineOf).join('').trim();
    if (text !== '') lines.push(inner + text);
    run = [];
  };
  for (const child of element.childNodes) {
    if (isElement(child) && blocks.has(child.localName)) {
      endRun();
      lines.push(...linesOf(child, child.localName === 'summary' ? indent : inner));
    } else run.push(child);
  }
  endRun();
  if (name === 'li' && lines[0] !== undefined) lines[0] = `${indent}- ${lines[0].trimStart()}`;
  return name === 'section' || name === 'header' ? ['', ...lines] : lines;
}

function before(name: string): string {
  const heading = /^h(\d)$/.exec(name);
  if (heading) return `${'#'.repeat(Number(heading[1]))} `;
  return name === 'summary' ? '> ' : name === 'li' ? '- ' : '';
}

/** The text of an element in one run; what would stand on a line of its own is parted by slashes. */
function inlineText(element: PlainElement): string {
  return element.childNodes
    .map((child) => (isElement(child) && blocks.has(child.localName) ? ` / ${inlineOf(child)} / ` : inlineOf(child)))
    .join('')
    .replace(/(?: *\/ )+/g, ' / ')
    .replace(/^ \/ | \/ $/g, '')
    .replace(/ {3,}/g, '  ')
    .trim();
}

function inlineOf(node: PlainNode): string {
  if (node instanceof PlainText) return node.data;
  if (!isElement(node) || isUnseen(node)) return '';
  const { localName: name } = node;
  if (name === 'svg') return '';
  if (name === 'wbr') return WORD_BREAK;
  if (name === 'input') return '[ ] ';
  const text = inlineText(node);
  if (name === 'tr') return node.childNodes.filter(isElement).map(inlineText).join(': ');
  if (name === 'button') return `  [${node.attributes.get('aria-label') ?? text}]  `;
  if (name === 'del') return `{-${text}-}`;
  if (name === 'ins') return `{+${text}+}`;
  return classesOf(node).some((each) => apart.has(each)) ? `  ${text}  ` : text;
}

/** Classes of spans that stand apart from what is beside them. */
const apart = new Set(['status', 'tag', 'quiet', 'mark', 'time', 'count']);

function classesOf(element: PlainElement): readonly string[] {
  return (element.attributes.get('class') ?? '').split(' ');
}

function isElement(node: PlainNode): node is PlainElement {
  return node instanceof PlainElement;
}

function isUnseen(element: PlainElement): boolean {
  return classesOf(element).includes('unseen');
}
