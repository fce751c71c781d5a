import type { RecordSink } from '../scan/recordScanner';

const MORE_PAGES =
  'This file is one page of a longer answer of Microsoft Graph (it ends with @odata.nextLink): events of the other pages are missing here.';

/** Passes on what a scanner says, and notes whether the last page of a file tells of another one. */
export class PageNotices implements RecordSink {
  private hasNextPage = false;

  constructor(private readonly sink: RecordSink) {}

  /** In sentences for the user. */
  get notices(): readonly string[] {
    return this.hasNextPage ? [MORE_PAGES] : [];
  }

  record: RecordSink['record'] = (record) => this.sink.record(record);
  fault: RecordSink['fault'] = (fault) => this.sink.fault(fault);

  frame(): void {
    // A page that is followed by another one is not the last.
    this.hasNextPage = false;
    this.sink.frame?.();
  }

  member(name: string, value: string): void {
    if (name.toLowerCase() === '@odata.nextlink' && value !== '') this.hasNextPage = true;
    this.sink.member(name, value);
  }

  columns(json: Uint8Array, byteOffset: number): void {
    this.sink.columns?.(json, byteOffset);
  }
}
