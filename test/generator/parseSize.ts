const units = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9 } as const;

/** `100MB`, `1.5 GB`, `4096`: bytes, in decimal units; undefined when it is no size. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const unit = (match[2] ?? 'B').toUpperCase() as keyof typeof units;
  return Math.round(Number(match[1]) * units[unit]);
}
