/** A connector, as error codes and job IDs name it. */
export interface Connector {
  /** As it begins error codes, without case. */
  readonly prefix: string;
  /** As people know it. */
  readonly title: string;
}

/** Connectors whose names are not plain to read, or that begin codes we cannot explain. Longer prefixes win. */
export const connectors: readonly Connector[] = [
  { prefix: 'SystemForCrossDomainIdentityManagementService', title: 'SCIM' },
  { prefix: 'SystemForCrossDomainIdentityManagement', title: 'SCIM' },
  { prefix: 'Scim', title: 'SCIM' },
  { prefix: 'HybridSynchronizationActiveDirectory', title: 'Active Directory through the on-premises agent' },
  { prefix: 'HybridIdentityService', title: 'Hybrid identity service (on-premises agents)' },
  { prefix: 'AzureActiveDirectoryB2C', title: 'Azure AD B2C' },
  { prefix: 'AzureActiveDirectory', title: 'Microsoft Entra ID' },
  { prefix: 'AzureDirectoryService', title: 'Microsoft Entra ID' },
  { prefix: 'AzureDirectory', title: 'Microsoft Entra ID' },
  { prefix: 'ActiveDirectory', title: 'Active Directory' },
  { prefix: 'Salesforce', title: 'Salesforce' },
  { prefix: 'ServiceNow', title: 'ServiceNow' },
  { prefix: 'Workday', title: 'Workday' },
  { prefix: 'SuccessFactors', title: 'SAP SuccessFactors' },
  { prefix: 'GoogleApps', title: 'Google Workspace' },
  { prefix: 'Google', title: 'Google Workspace' },
  { prefix: 'Amazon', title: 'Amazon Web Services' },
  { prefix: 'Aws', title: 'Amazon Web Services' },
  { prefix: 'Box', title: 'Box' },
  { prefix: 'Dropbox', title: 'Dropbox' },
  { prefix: 'Slack', title: 'Slack' },
  { prefix: 'Zendesk', title: 'Zendesk' },
  { prefix: 'Concur', title: 'SAP Concur' },
  { prefix: 'Citrix', title: 'Citrix' },
  { prefix: 'GoToMeeting', title: 'GoToMeeting' },
  { prefix: 'Invitation', title: 'Guest invitations' },
];

/** The title of a connector by its whole name; of one we do not know, its words taken apart. */
export function connectorTitle(name: string): string {
  const known = connectors.find((connector) => connector.prefix.toLowerCase() === name.toLowerCase());
  return known?.title ?? separateWords(name);
}

/** The connector that a code begins with, if it is one we know and another word follows. */
export function connectorOfCode(code: string): Connector | undefined {
  const lower = code.toLowerCase();
  return connectors
    .filter(({ prefix }) => lower.startsWith(prefix.toLowerCase()) && startsWord(code, prefix.length))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
}

/** Whether a word begins at `offset`: an upper-case letter, or any letter where the text has no upper case at all. */
export function startsWord(text: string, offset: number): boolean {
  const next = text.charAt(offset);
  return /\p{Lu}/u.test(text) ? /\p{Lu}/u.test(next) : /[\p{L}\p{N}]/u.test(next);
}

/** `ContosoHrInbound` → `Contoso Hr Inbound`; runs of capitals stay together. */
export function separateWords(name: string): string {
  return name
    .replace(/[_.-]+/g, ' ')
    .replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .trim();
}
