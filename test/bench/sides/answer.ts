/** The part of an event that both readers of a whole log are asked for. */
export interface EventFacts {
  readonly status: string;
  /** `""` when there is none. */
  readonly code: string;
  readonly durationMs: number;
}

/** What a whole log holds, in one line: equal when two readers read the same. */
export function answerOf(events: Iterable<EventFacts>): string {
  const counts = new Map<string, number>();
  let eventCount = 0;
  let durationMs = 0;
  for (const event of events) {
    eventCount++;
    durationMs += event.durationMs;
    const kind = `${event.status} ${event.code}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${kind}: ${count}`);
  return `${eventCount} events, ${durationMs} ms, ${kinds.join(', ')}`;
}
