const units = [
  { ms: 86_400_000, short: 'd', long: 'day' },
  { ms: 3_600_000, short: 'h', long: 'hour' },
  { ms: 60_000, short: 'min', long: 'minute' },
  { ms: 1_000, short: 's', long: 'second' },
] as const;

/** How long something took, in its two largest units: `850 ms`, `3.2 s`, `1 min 31 s`, `2 d 5 h`. */
export function formatDuration(durationMs: number): string {
  if (!Number.isFinite(durationMs) || durationMs < 0) return '';
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9_950) return `${(durationMs / 1_000).toFixed(1)} s`;
  // Rounded to what is shown first, or 59.9 s would read "60 s".
  const rounded = Math.round(durationMs / 1_000) * 1_000;
  const index = units.findIndex(({ ms }) => rounded >= ms);
  const unit = units[index]!;
  const whole = Math.floor(rounded / unit.ms);
  const next = units[index + 1];
  const rest = next === undefined ? 0 : Math.floor((rounded % unit.ms) / next.ms);
  return rest === 0 ? `${whole} ${unit.short}` : `${whole} ${unit.short} ${rest} ${next!.short}`;
}

/** How far a time is from now: `3 days ago`, `in 2 hours`, `now` within half a minute. */
export function formatDistance(timeMs: number, nowMs: number): string {
  const distance = Math.abs(timeMs - nowMs);
  if (distance < 30_000) return 'now';
  const unit = units.find(({ ms }) => distance >= ms) ?? units[3];
  const count = Math.floor(distance / unit.ms);
  const words = `${count} ${unit.long}${count === 1 ? '' : 's'}`;
  return timeMs < nowMs ? `${words} ago` : `in ${words}`;
}
