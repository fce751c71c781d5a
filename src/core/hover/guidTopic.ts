import { formatCounted } from '../text/formatValue';
import { ownerKinds } from './hoverFacts';
import { span } from './hoverLines';
import type { HoverTopic } from './hoverTopic';

const MAX_OWNERS = 6;

/** GUIDs anywhere: what they stand for in this log. */
export const guidTopic: HoverTopic = {
  id: 'guid',
  appliesTo: ({ value }) => /^\s*\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?\s*$/i.test(value),
  async lines({ value }, { facts }) {
    const id = value.trim().replace(/^\{|\}$/g, '');
    const owners = await facts.owners(id);
    if (owners.length === 0) return [];
    const lines = owners.slice(0, MAX_OWNERS).map(({ kind, name, events }) => {
      const who = name === '' ? '' : ` ${span(name)}`;
      return `**${ownerKinds[kind]}**${who} · ${formatCounted(events, 'event')}`;
    });
    const rest = owners.length - lines.length;
    return [span(id), ...lines, ...(rest === 0 ? [] : [`and ${rest} more.`])];
  },
};
