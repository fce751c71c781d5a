import { catalogue } from '../codes/catalogue';
import { connectors } from '../codes/connectors';
import { systemKey } from '../record/labels';
import { foldWord, wordPattern } from './foldWord';

/** Words of the service's own sentences, of HTTP, SCIM and JSON, which name nobody wherever they stand. */
const serviceWords = `
  about above access account accounts action actions active add added address addresses after again against all already
  also and any api app application applications applied are assigned assignment attempt attempts attribute attributes
  authentication authorization bad based because been before being body boolean both but call called cannot change
  changed changes check class client code column complete conflict connection connector contact contacts contains content
  could create created creation current customer cycle data date default delete deleted department describe details
  determine did directory disable disabled display document documented does domain duplicate each either email emails employee enabled
  endpoint enterprise entitled entity entries entry error errors evaluated evaluating evaluation exception execution
  exist existing exists expected export failed failure false family field filter filters following for forbidden format
  found from function get given group groups has have header http https ignored import imported inactive index info
  inner input instance internal into invalid item items job json key last length license limit link list local log
  mail manager mapping match matched matching maximum member members message method microsoft minimum missing modified
  more must name names never new next nickname none not null number object objects occurred old one only operation
  operator option other out owner parameter params part passed password patch path permission phone please post
  preferred primary principal processed processing profile properties property provided provisioned provisioning put
  query reason received record reference referenced request requested required resolve resource resources response
  result results retried retrieved retry returned role roles rule sample schema schemas scim scope scoped scoping server
  service services session set should skip skipped some source special standard start state status step steps string
  success successful successfully such support sync synchronization system table target tenant than that the their them
  then there these they this throttled time timeout times title token too total true type types unable unauthorized
  unexpected unique unknown update updated url urn use used user username users uses using valid value values version
  was web were when where which while will with within without work would xml yes your
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday utc gmt
`;

/** Names of attributes that directories, HR systems and SCIM have in common, and of what steps say. */
const attributeWords = `
  accountDisabled accountEnabled activeDirectory alternativeSecurityIds appRoleAssignments appRoleAssignedTo attribute
  attributes businessTitle city cn companyName costCenter country countProcessed creationTime department directory
  displayName distinguishedName division emails employeeHireDate employeeID employeeNumber employeeOrgData employeeType
  entra externalId facsimileTelephoneNumber familyName firstName formatted givenName groups homePhone id identifier
  immutableId initials isActive isSoftDeleted jobTitle lastName locality mail mailNickname manager member members
  memberOf middleName mobile modificationType nameFamilyName nameGivenName nextAttempt nickName oData odatatype
  objectGUID objectId objectSid officeLocation onPremisesDistinguishedName onPremisesSamAccountName organization origin
  originatingReplicaToken otherMails phoneNumbers physicalDeliveryOfficeName postalCode preferredLanguage profileName
  propertyName proxyAddresses region reportableIdentifier roles sAMAccountName scopeEvaluationResult scimType securityIdentifier
  shadowCopy skipReason sn state streetAddress supervisoryOrganization surname telephoneNumber thumbnailPhoto timezone
  title typeName uniqueness usageLocation userName userPrincipalName userType workerID workers workday postOfficeBox
  extensionAttribute eq equals urnietfparamsscimschemascore urnietfparamsscimschemasextensionenterprise20User
  statusCode errorCode badRequest notFound conflict unauthorized forbidden internalServerError serviceUnavailable
  requestTimeout unprocessableEntity tooManyRequests gatewayTimeout badGateway invalidValue invalidSyntax quota exceeded
  licence upstream unavailable trace node retryable modify constraint violation reasons lets pass kind fewer own cross
  fields detail messages customappsso
`;

/** Parts of host names that many have in common, and what stands at their end. */
const hostWords = `
  com org net edu gov mil int info biz io cloud local lan internal corp home test example localhost www api graph login
  scim rest services data odata oauth token onmicrosoft microsoft microsoftonline azure windows office sharepoint live
  outlook azurewebsites google googleapis amazonaws amazon github salesforce force servicenow workday myworkday slack
  zendesk box dropbox successfactors sap oracle ietf http https urn
`;

/** What organisations in documentation are called: an example, or somebody's real name. */
const exampleNames = ['contoso', 'fabrikam', 'woodgrove'];

/** Names of the service and of Microsoft's systems; those of connectors are added. */
const systemNames = [
  'Microsoft Entra ID',
  'Active Directory',
  'On-premises Active Directory',
  'Azure AD Provisioning Service',
  'Microsoft Entra Provisioning Service',
  'Microsoft Entra Connect Provisioning Agent',
  'customappsso',
  'Workday to Active Directory',
];

const knownHostWords = new Set(wordsOf(hostWords));
const knownSystems = new Set([...systemNames, ...connectors.map(({ title }) => title)].map(systemKey));
let known: ReadonlySet<string> | undefined;

/** Whether a folded word is one of the service's or of our catalogue's, so that it names nobody in a sentence. */
export function isPlainWord(folded: string): boolean {
  known ??= new Set([...wordsOf(serviceWords), ...wordsOf(attributeWords), ...catalogueWords()]);
  return known.has(folded);
}

/** Whether a folded word in a host's name tells nothing about whose host it is. */
export function isPlainHostWord(folded: string): boolean {
  return knownHostWords.has(folded);
}

/** Whether this is a system that many have, by its usual name. */
export function isKnownSystem(name: string): boolean {
  return knownSystems.has(systemKey(name));
}

function catalogueWords(): readonly string[] {
  const entries = catalogue.flatMap((section) => section.entries);
  const texts = entries.flatMap(({ title, cause, steps, retry }) => [title, cause, ...steps, retry.text]);
  return texts.flatMap(wordsOf).filter((word) => !exampleNames.includes(word));
}

function wordsOf(text: string): string[] {
  return (text.match(wordPattern) ?? []).map(foldWord);
}
