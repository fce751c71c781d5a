/** An attribute's name as people read it. Log text. */
export interface AttributeName {
  /** Without the schema: `costCenter`, `emails (work)`, `name.givenName`. */
  readonly name: string;
  /** Which schema the attribute belongs to, in words; absent for a name without one. */
  readonly schema?: string;
}

/** Schemas of https://www.rfc-editor.org/rfc/rfc7643#section-10.3 and how people call them. */
const coreSchemas: Readonly<Record<string, string>> = {
  'core:2.0:user': 'SCIM user',
  'core:2.0:group': 'SCIM group',
  'extension:enterprise:2.0:user': 'SCIM enterprise user',
};

const urn = /^urn:ietf:params:scim:schemas:((?:core|extension:[^:]{1,200}):\d+\.\d+:[^:.]{1,100})[:.](.+)$/is;
/** Steps remove dots and colons, so that names run together: `urnietfparamsscimschemas…20UsercostCenter`. */
const joinedUrn =
  /^urnietfparamsscimschemas(?:core|extension([\p{L}\p{N}_-]{1,200}?))(?:20|11|10)(User|Group)(\p{Ll}.*)$/su;
const filtered = /^([\p{L}\p{N}]+)\[\s*type\s+eq\s+"([^"]*)"\s*\]\.?(.*)$/isu;

/** Makes the long names of SCIM readable; any other name comes back as it is. */
export function readableAttribute(attribute: string): AttributeName {
  const joined = joinedUrn.exec(attribute);
  if (joined) return { name: joined[3]!, schema: schemaTitle(joined[1] ?? 'core', joined[2]!) };
  const full = urn.exec(attribute);
  if (!full) return { name: unfiltered(attribute) };
  const schema = full[1]!;
  const known = coreSchemas[schema.toLowerCase()];
  return {
    name: unfiltered(full[2]!),
    schema: known ?? schema.replace(/^extension:/i, '').replace(/:\d.*$/, ' extension'),
  };
}

function schemaTitle(extension: string, resource: string): string {
  if (extension === 'core') return `SCIM ${resource.toLowerCase()}`;
  return extension.toLowerCase() === 'enterprise' ? 'SCIM enterprise user' : `${extension} extension`;
}

/** `emails[type eq "work"].value` → `emails (work)`. The value of such an element is what is meant. */
function unfiltered(name: string): string {
  const match = filtered.exec(name);
  if (!match) return name;
  const [, list = '', kind = '', rest = ''] = match;
  return rest === '' || rest.toLowerCase() === 'value' ? `${list} (${kind})` : `${list} (${kind}).${rest}`;
}
