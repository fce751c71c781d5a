/** What kind of object an event is about. */
export type SubjectKind = 'User' | 'Group';

/** Everything a record says about the object it is about. All texts, so that a template can stand in for each. */
export interface Subject {
  /** Key in the source: an object ID, or an employee number in inbound jobs. */
  readonly sourceId: string;
  /** Key in the target. */
  readonly targetId: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  /** The part of the address before the `@`, plain ASCII. */
  readonly login: string;
  readonly userPrincipalName: string;
  readonly employeeId: string;
  readonly department: string;
  readonly formerDepartment: string;
  readonly title: string;
  readonly formerTitle: string;
  readonly city: string;
  readonly managerId: string;
}

/** The names of {@link Subject}'s fields. */
export const subjectFields = [
  'sourceId',
  'targetId',
  'displayName',
  'givenName',
  'familyName',
  'login',
  'userPrincipalName',
  'employeeId',
  'department',
  'formerDepartment',
  'title',
  'formerTitle',
  'city',
  'managerId',
] as const satisfies readonly (keyof Subject)[];
