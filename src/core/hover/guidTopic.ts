import { formatCounted } from '../text/formatValue';
import { ownerKinds } from './hoverFacts';
import { span } from './hoverLines';
import { type HoverTarget, type HoverTopic, keyLetters } from './hoverTopic';

const MAX_OWNERS = 6;

/** GUIDs anywhere: what they stand for in this log. */
export const guidTopic: HoverTopic = {
  id: 'guid',
  appliesTo: ({ value }) => /^\s*\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?\s*$/i.test(value),
  async lines(target, { facts }) {
    const id = target.value.trim().replace(/^\{|\}$/g, '');
    const owners = await facts.owners(id);
    const role = roleOf(target);
    if (owners.length === 0 && role === undefined) return [];
    const lines = owners.slice(0, MAX_OWNERS).map(({ kind, name, events }) => {
      const who = name === '' ? '' : ` ${span(name)}`;
      return `**${ownerKinds[kind]}**${who} · ${formatCounted(events, 'event')}`;
    });
    const rest = owners.length - lines.length;
    return [
      role === undefined ? span(id) : `${span(id)} **${role}**`,
      ...lines,
      ...(rest === 0 ? [] : [`and ${rest} more.`]),
    ];
  },
};

/** What an ID stands for by its own name, or by the name of the object whose `id` it is. */
const roles: Readonly<Record<string, string>> = {
  tenantid: 'Tenant',
  aadtenantid: 'Tenant',
  applicationid: 'Application (client) ID',
  serviceprincipalid: 'Service principal',
  serviceprincipal: 'Service principal',
  sourcesystem: 'Source system',
  targetsystem: 'Target system',
  initiatedby: 'Who started the provisioning',
};

function roleOf({ path, key }: HoverTarget): string | undefined {
  const letters = keyLetters(key);
  if (letters !== 'id') return roles[letters];
  const parent = path.filter((part) => typeof part === 'string').at(-2);
  return parent === undefined ? undefined : roles[keyLetters(parent)];
}
