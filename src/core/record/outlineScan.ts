import { byteOf } from './jsonBytes';
import { recordFields } from './fieldNames';
import { StringEnds, tokenText } from './textCursor';

/** A part of a text, in UTF-16 units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** An object and the name of its first member, which tells more than a bracket; of what has no member, the bracket. */
export interface ObjectPlace extends TextRange {
  readonly head: TextRange;
}

/** Where an event stands. */
export interface EventPlace extends ObjectPlace {
  /** The list of its steps, brackets included. */
  readonly stepList: TextRange | undefined;
  /** Those steps that are objects. */
  readonly steps: readonly StepPlace[];
  /** Of a row in a query's result: the list of its columns, which stands in front of it. */
  readonly columns: TextRange | undefined;
}

/** Where a step stands. */
export interface StepPlace extends ObjectPlace {
  /** Its position in the list of steps. */
  readonly index: number;
}

/** Where things stand in a document. */
export interface OutlinePlaces {
  readonly events: readonly EventPlace[];
  /** Steps, objects and lists within events that go over several lines, the first {@link MAX_INNER} of them. */
  readonly inner: readonly TextRange[];
}

/** VS Code folds at most so many regions of a document. */
export const MAX_INNER = 5_000;

/**
 * Finds the events that begin on a line of their own, in a list, in a page (`{"value": […]}`), one after the other, or
 * as rows of a query's result (`{"tables": [{"columns": […], "rows": [[…]]}]}`). Takes any text, in linear time; what is cut off ends with the text.
 */
export function scanOutline(text: string): OutlinePlaces {
  const scan = new OutlineScan(text);
  const strings = new StringEnds(text);
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const end = unit === byteOf.quote ? strings.endOf(at) : at + 1;
    scan.take(unit, at, end);
    at = end;
  }
  scan.finish();
  return scan;
}

/**
 * `around`: a list of events, or a page; `content`: what Azure Monitor's envelope holds; `tables` to `rows`: what a query's
 * result is made of.
 */
type Role = 'around' | 'event' | 'content' | 'stepList' | 'step' | 'inside' | 'tables' | 'table' | 'columns' | 'rows';

/** What the names of members say something about. */
const membersCount: ReadonlySet<Role> = new Set(['around', 'event', 'content', 'table']);

interface Bracket {
  readonly start: number;
  readonly isObject: boolean;
  /** Its position in the list around it. */
  readonly position: number;
  role: Role;
  /** The name of the member that comes or is under way. */
  key: TextRange | undefined;
  head: TextRange | undefined;
  commas: number;
}

const pageKeys = ['value', 'records'];
const tablesKey = 'tables';
const contentKey = 'properties';
const [stepsKey] = recordFields.steps;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;

class OutlineScan implements OutlinePlaces {
  readonly events: EventPlace[] = [];
  readonly inner: TextRange[] = [];
  private readonly open: Bracket[] = [];
  /** What is known of the event that is open; undefined when it does not begin a line. */
  private event: { stepList: TextRange | undefined; steps: StepPlace[]; columns: TextRange | undefined } | undefined;
  /** Those of the table that is open. */
  private columns: TextRange | undefined;
  private lineStart = 0;
  private isLineBlank = true;

  constructor(private readonly text: string) {}

  take(unit: number, at: number, end: number): void {
    switch (unit) {
      case space:
      case tab:
        return;
      case lineFeed:
      case carriageReturn:
        this.lineStart = end;
        this.isLineBlank = true;
        return;
      case byteOf.quote:
        this.takeString(at, end);
        break;
      case byteOf.openObject:
      case byteOf.openArray:
        this.takeOpening(at, unit === byteOf.openObject);
        break;
      case byteOf.closeObject:
      case byteOf.closeArray:
        this.close(end);
        break;
      case byteOf.comma:
        this.takeComma();
    }
    this.isLineBlank = false;
  }

  finish(): void {
    while (this.open.length > 0) this.close(this.text.length);
  }

  private takeString(start: number, end: number): void {
    const parent = this.open.at(-1);
    if (parent?.isObject !== true || parent.key !== undefined) return;
    parent.key = { start, end };
    parent.head ??= parent.key;
  }

  private takeComma(): void {
    const parent = this.open.at(-1);
    if (parent === undefined) return;
    parent.key = undefined;
    parent.commas++;
  }

  private takeOpening(start: number, isObject: boolean): void {
    const parent = this.open.at(-1);
    const role = this.roleIn(parent, isObject);
    if (role === 'event') {
      const columns = parent?.role === 'rows' ? this.columns : undefined;
      this.event = this.isLineBlank ? { stepList: undefined, steps: [], columns } : undefined;
    }
    // Of two lists of steps in one event the last one counts.
    if (role === 'stepList' && this.event !== undefined) this.event.steps = [];
    if ((role === 'around' || role === 'tables') && parent?.role === 'event') {
      parent.role = 'around';
      this.event = undefined;
    }
    const position = parent?.commas ?? 0;
    this.open.push({ start, isObject, position, role, key: undefined, head: undefined, commas: 0 });
  }

  private roleIn(parent: Bracket | undefined, isObject: boolean): Role {
    if (parent === undefined || (parent.role === 'around' && !parent.isObject)) return isObject ? 'event' : 'around';
    if (parent.role === 'stepList' && isObject) return 'step';
    if (parent.role === 'tables' && isObject) return 'table';
    if (parent.role === 'rows' && !isObject) return 'event';
    if (!membersCount.has(parent.role) || parent.key === undefined) return 'inside';
    const key = tokenText(this.text, { ...parent.key, isString: true }).toLowerCase();
    if (parent.role === 'table') return !isObject && (key === 'columns' || key === 'rows') ? key : 'inside';
    if (isObject) return parent.role === 'event' && key === contentKey ? 'content' : 'inside';
    if (parent.role !== 'content' && key === tablesKey) return 'tables';
    if (parent.role !== 'content' && pageKeys.includes(key)) return 'around';
    return parent.role !== 'around' && key === stepsKey ? 'stepList' : 'inside';
  }

  private close(end: number): void {
    const bracket = this.open.pop();
    if (bracket?.role === 'columns') this.columns = { start: bracket.start, end };
    if (bracket === undefined || this.event === undefined) return;
    const { start, role, position: index } = bracket;
    const head = bracket.head ?? { start, end: start + 1 };
    if (role === 'event') {
      this.events.push({ start, end, head, ...this.event });
      this.event = undefined;
    } else if (role === 'stepList') {
      this.event.stepList = { start, end };
    } else {
      if (role === 'step') this.event.steps.push({ start, end, head, index });
      if (start < this.lineStart && this.inner.length < MAX_INNER) this.inner.push({ start, end });
    }
  }
}
