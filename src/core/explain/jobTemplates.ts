import { connectorTitle } from '../codes/connectors';

/** The parts of a job ID: `<template>.<tenant ID without dashes>[.<GUID>]`. Log text. */
export interface JobIdParts {
  readonly template: string;
  /** What the template stands for, in readable words. */
  readonly title: string;
  /** The tenant's ID with its dashes; absent when the ID holds none. */
  readonly tenantId?: string;
}

/** Templates whose names are not plain to read; seen in logs and documentation. */
const templates: Readonly<Record<string, string>> = {
  scim: 'SCIM application',
  aws: 'Amazon Web Services',
  ad2aadprovisioning: 'Cloud sync from Active Directory to Microsoft Entra ID',
  ad2aadpasswordhash: 'Cloud sync of password hashes',
  azure2azure: 'Cross-tenant synchronization',
};

/** Takes a job ID apart; undefined for a text that is none. */
export function readJobId(jobId: string): JobIdParts | undefined {
  const match = /^([\p{L}\p{N}_-]{1,100})\.([0-9a-z]{32})(?:\.|$)/iu.exec(jobId.trim());
  if (!match) return undefined;
  const [, template = '', tenant = ''] = match;
  const isHex = /^[0-9a-f]{32}$/i.test(tenant);
  return { template, title: templateTitle(template), ...(isHex && { tenantId: withDashes(tenant) }) };
}

function templateTitle(template: string): string {
  const known = templates[template.toLowerCase()];
  return known ?? connectorTitle(template.replace(/(?:SCIM)?OutDelta$/i, '') || template);
}

function withDashes(id: string): string {
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-').toLowerCase();
}
