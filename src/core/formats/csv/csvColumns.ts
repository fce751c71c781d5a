import type { TriplePart } from './tripleNames';

/** What a column of a CSV file holds, as a place in an event of the Graph API, and what files call it. */
export interface CsvColumn {
  /** As in `eventFields.ts`, in lower case; an element of a list is one row of the steps or the properties file. */
  readonly path: string;
  /** Headers as `headerName` has them, best first. */
  readonly names: readonly string[];
  /** Whether the text may hold JSON, as columns of Log Analytics do. */
  readonly isNested?: boolean;
}

/** A header as it is compared: letters and digits only, in lower case. */
export function headerName(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How headers end that name a field of an object. */
const suffixes: Readonly<Record<string, readonly string[]>> = {
  displayname: ['displayname', 'name'],
  id: ['id'],
  identitytype: ['identitytype', 'type'],
  'details.userprincipalname': ['userprincipalname', 'upn'],
};

/**
 * The headers of the portal's files are published nowhere; these are the names that the portal's pages, the Graph API and
 * Azure Monitor have for the fields: https://learn.microsoft.com/entra/identity/monitoring-health/howto-analyze-provisioning-logs
 */
const idColumns: readonly CsvColumn[] = [
  { path: 'changeid', names: ['changeid', 'provisioningchangeid'] },
  { path: 'correlationid', names: ['correlationid'] },
  { path: 'id', names: ['id', 'activityid', 'eventid', 'logid', 'provisioninglogid', 'provisioningobjectsummaryid'] },
];

const eventColumns: readonly CsvColumn[] = [
  ...idColumns,
  {
    path: 'activitydatetime',
    names: ['activitydatetime', 'activitydate', 'date', 'datetime', 'timestamp', 'createddatetime'],
  },
  { path: 'timegenerated', names: ['timegenerated'] },
  { path: 'time', names: ['time'] },
  { path: 'aadtenantid', names: ['aadtenantid'] },
  { path: 'tenantid', names: ['tenantid'] },
  { path: 'jobid', names: ['jobid', 'provisioningjobid', 'synchronizationjobid'] },
  { path: 'cycleid', names: ['cycleid', 'provisioningcycleid'] },
  { path: 'provisioningaction', names: ['provisioningaction', 'actiontype'] },
  { path: 'action', names: ['action'] },
  {
    path: 'durationinmilliseconds',
    names: ['durationinmilliseconds', 'durationinms', 'durationmilliseconds', 'duration'],
  },
  { path: 'durationms', names: ['durationms'] },
  { path: 'provisioningstatusinfo', names: ['provisioningstatusinfo'], isNested: true },
  { path: 'provisioningstatusinfo.status', names: ['status', 'provisioningstatus', 'provisioningstatusinfostatus'] },
  { path: 'statusinfo', names: ['statusinfo'], isNested: true },
  { path: 'resulttype', names: ['resulttype', 'result'] },
  { path: 'resultsignature', names: ['resultsignature'] },
  { path: 'resultdescription', names: ['resultdescription'] },
  ...error('errorcode', ['errorcode', 'statuserrorcode', 'failurecode']),
  ...error('reason', ['reason', 'statusreason', 'errormessage', 'errorreason', 'errordescription', 'failurereason']),
  ...error('additionaldetails', ['additionaldetails', 'errordetails']),
  ...error('errorcategory', ['errorcategory']),
  ...error('recommendedaction', ['recommendedaction', 'recommendation']),
  ...party('serviceprincipal', ['serviceprincipal', 'application', 'app', 'enterpriseapplication'], {
    displayname: ['application', 'app', 'enterpriseapplication'],
    id: ['serviceprincipalobjectid'],
  }),
  ...party('sourcesystem', ['sourcesystem'], {}),
  ...party('targetsystem', ['targetsystem'], {}),
  ...party('sourceidentity', ['sourceidentity', 'identity', 'source'], {
    displayname: ['identity'],
    id: ['sourceobjectid'],
    identitytype: ['identitytype', 'sourcetype', 'objecttype'],
    'details.userprincipalname': ['userprincipalname', 'upn'],
  }),
  ...party('targetidentity', ['targetidentity', 'target'], {
    id: ['targetobjectid'],
    identitytype: ['targettype'],
    'details.userprincipalname': [],
  }),
  ...party('initiatedby', ['initiatedby', 'initiator'], {
    displayname: ['initiator'],
    initiatortype: ['initiatedbytype', 'initiatortype'],
  }),
  { path: 'provisioningsteps', names: ['provisioningsteps', 'steps'], isNested: true },
  { path: 'modifiedproperties', names: ['modifiedproperties'], isNested: true },
];

const stepColumns: readonly CsvColumn[] = [
  ...idColumns,
  ...member('provisioningsteps', 'name', ['stepname', 'provisioningstepname', 'provisioningstep', 'step', 'name']),
  ...member('provisioningsteps', 'provisioningsteptype', ['provisioningsteptype', 'steptype', 'type']),
  ...member('provisioningsteps', 'status', ['stepstatus', 'provisioningstepstatus', 'stepresult', 'status', 'result']),
  ...member('provisioningsteps', 'description', ['stepdescription', 'provisioningstepdescription', 'description']),
  ...member('provisioningsteps', 'details.skipreason', ['skipreason']),
  ...member('provisioningsteps', 'details.reportableidentifier', ['reportableidentifier']),
  ...member('provisioningsteps', 'details.username', ['username']),
  ...member('provisioningsteps', 'details.userprincipalname', ['userprincipalname']),
  ...member('provisioningsteps', 'details', ['stepdetails', 'provisioningstepdetails', 'details', 'additionaldetails']),
];

const propertyColumns: readonly CsvColumn[] = [
  ...idColumns,
  ...member('modifiedproperties', 'displayname', [
    'propertyname',
    'modifiedpropertyname',
    'attributename',
    'attribute',
    'property',
    'displayname',
    'name',
  ]),
  ...member('modifiedproperties', 'oldvalue', ['oldvalue', 'propertyoldvalue', 'previousvalue']),
  ...member('modifiedproperties', 'newvalue', ['newvalue', 'propertynewvalue']),
];

/** The columns that each of the three files may have, best first. */
export const csvColumns: Readonly<Record<TriplePart, readonly CsvColumn[]>> = {
  events: eventColumns,
  steps: stepColumns,
  modifiedProperties: propertyColumns,
};

/** Where a list's rows keep their cells: `provisioningsteps` in `provisioningsteps[].name`; `""` for a field of the event. */
export function listOfPath(path: string): string {
  const brackets = path.indexOf('[]');
  return brackets < 0 ? '' : path.slice(0, brackets);
}

function error(field: string, names: readonly string[]): readonly CsvColumn[] {
  const path = `provisioningstatusinfo.errorinformation.${field}`;
  return [{ path, names: [...names, headerName(path)] }];
}

/** The columns of an object that is an identity, a system or an application: as one text, and field by field. */
function party(
  path: string,
  names: readonly string[],
  others: Readonly<Record<string, readonly string[]>>,
): readonly CsvColumn[] {
  const fields: Readonly<Record<string, readonly string[]>> = { displayname: [], id: [], ...others };
  return [
    { path, names: [path], isNested: true },
    { path: `${path}.details`, names: [`${path}details`], isNested: true },
    ...Object.entries(fields).map(([field, more]) => ({
      path: `${path}.${field}`,
      names: [
        headerName(`${path}.${field}`),
        ...names.flatMap((name) => (suffixes[field] ?? [field]).map((suffix) => name + suffix)),
        ...more,
      ],
    })),
  ];
}

function member(list: string, field: string, names: readonly string[]): readonly CsvColumn[] {
  const path = `${list}[].${field}`;
  return [{ path, names: [headerName(path), ...names], isNested: field === 'details' }];
}
